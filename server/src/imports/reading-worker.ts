import { openBoard } from '@momentous/shared/board/board'
import type { Actor } from '@momentous/shared/domain/actor'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { formTable, type ColumnChoice } from '@momentous/shared/imports/form-table'
import { importerFor } from '@momentous/shared/imports/importers'
import type { MergePlan } from '@momentous/shared/imports/plan'
import { planMerge } from '@momentous/shared/imports/plan-merge'
import { Unreadable } from '@momentous/shared/imports/unreadable'
import { writeBoard } from '@momentous/shared/imports/write-board'
import { getRandomValues } from 'node:crypto'
import { parentPort, type MessagePort } from 'node:worker_threads'
import * as Y from 'yjs'
import { glanceOf, writeGlance } from '../rooms/document/glance.ts'
import { limits } from '../rooms/limits.ts'
import { toldAddition, type AskedAddition, type ToldAddition } from './addition-of-file.ts'
import { boardFileOf } from './board-file-of.ts'
import { importers } from './importers.ts'
import type { ImageBytes } from '../http/room-service.ts'

interface AskedForm {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mediaType: string
  readonly columns: ColumnChoice
  readonly board: BoardSnapshot
  readonly actor: Actor
}

/** What the thread is asked for. */
export type Asked =
  | (AskedForm & { readonly kind: 'plan' })
  | (AskedForm & { readonly kind: 'preview' })
  | { readonly kind: 'board'; readonly bytes: Uint8Array }
  | AskedAddition

export type Told =
  | { readonly kind: 'plan'; readonly plan: MergePlan }
  /** The same plan as it is sent: one that is only shown is written here, where nobody waits for it. */
  | { readonly kind: 'preview'; readonly json: Uint8Array }
  /** The content of a new board. */
  | {
      readonly kind: 'board'
      readonly update: Uint8Array
      readonly glance: string
      readonly title: string
      readonly images: readonly ImageBytes[]
    }
  | ToldAddition

/** The entry of the thread that reads files. */
function listen(port: MessagePort): void {
  port.on('message', (asked: Asked) => port.postMessage(answered(asked)))
}

function answered(asked: Asked): { readonly told: Told } | { readonly sentence: string } {
  try {
    return { told: toldOf(asked) }
  } catch (error) {
    if (error instanceof Unreadable) return { sentence: error.message }
    throw error
  }
}

function toldOf(asked: Asked): Told {
  switch (asked.kind) {
    case 'board':
      return boardOf(asked.bytes)
    case 'addition':
      return toldAddition(asked)
    default:
      return toldPlan(asked)
  }
}

function toldPlan({ kind, ...form }: Extract<Asked, AskedForm>): Told {
  const plan = planned(form)
  return kind === 'plan' ? { kind, plan } : { kind, json: new TextEncoder().encode(JSON.stringify(plan)) }
}

function planned({ bytes, board, actor, columns, ...file }: AskedForm): MergePlan {
  const importer = importerFor(importers, file)
  if (importer === undefined) {
    const known = Object.values(importers).map(({ extensions }) => `.${extensions[0]}`)
    throw new Unreadable(`A form comes back as ${known.join(', ')}. Save the file as one of these, then bring it.`)
  }
  const table = formTable(importer.read(bytes), columns)
  return planMerge({ board, table, actor, random: (filled) => getRandomValues(filled) })
}

function boardOf(bytes: Uint8Array): Told {
  const { board, images } = boardFileOf(bytes)
  const doc = new Y.Doc()
  writeBoard(doc, board)
  const update = Y.encodeStateAsUpdate(doc)
  if (update.length > limits.boardBytes / 2) throw new Unreadable('This board is larger than a board may be.')
  return { kind: 'board', update, glance: writeGlance(glanceOf(openBoard(doc))), title: board.session.title, images }
}

if (parentPort !== null) listen(parentPort)
