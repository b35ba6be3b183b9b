import type * as Y from 'yjs'
import { newId, type ActionId, type MomentId } from '../domain/id.ts'
import { openBoard, type Board } from './board.ts'
import { keyBetween, type Random } from './order.ts'
import { setSession } from './session.ts'
import { DOCUMENT_VERSION, sessionFields } from './session-fields.ts'
import { templates, type TemplateId, type TemplateMoment } from './templates.ts'
import { createRecord } from './write.ts'

export interface NewBoard {
  readonly title: string
  readonly why: string
  readonly template: TemplateId
}

function addTemplateMoment(board: Board, moment: TemplateMoment, order: string, random: Random): void {
  const { text, channel, setting, prompt, description, issue, ranking, action } = moment
  const id = newId<MomentId>(random)
  createRecord(board.moments, 'moments', id, { text, channel, setting, prompt, order })
  if (description !== undefined || issue !== undefined) {
    createRecord(board.assessments, 'assessments', id, { description, issue })
  }
  if (ranking !== undefined) createRecord(board.grades, 'grades', id, { settled: ranking })
  if (action !== undefined) {
    const first = keyBetween(null, null, random)
    createRecord(board.actions, 'actions', newId<ActionId>(random), { moment: id, text: action, order: first })
  }
}

/** Fills an empty document: the session in its lobby and the template's moments in their order. One transaction. */
export function createBoard(doc: Y.Doc, { title, why, template }: NewBoard, random: Random): void {
  const board = openBoard(doc)
  doc.transact(() => {
    setSession(board, { version: DOCUMENT_VERSION, title, why, phase: 'lobby', phaseNumber: 0 })
    setSession(board, { dots: sessionFields.dots.fallback, anonymous: sessionFields.anonymous.fallback })
    let last: string | null = null
    for (const moment of templates[template].moments) {
      last = keyBetween(last, null, random)
      addTemplateMoment(board, moment, last, random)
    }
  })
}
