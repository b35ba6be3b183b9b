import { openBoard } from '@momentous/shared/board/board'
import { createBoard } from '@momentous/shared/board/create-board'
import { setSession } from '@momentous/shared/board/session'
import type { SeatId } from '@momentous/shared/domain/id'
import type { Phase } from '@momentous/shared/domain/phase'
import type { Role } from '@momentous/shared/domain/role'
import * as Y from 'yjs'
import { admit, type Admission } from '../../server/src/rooms/admission/admission.ts'
import { hasPending } from '../../server/src/rooms/document/pending.ts'
import { clientOwners } from '../../server/src/rooms/admission/client-owners.ts'
import type { Fullness } from '../../server/src/rooms/document/document-size.ts'
import { seededRandom } from './seeded-random.ts'
import { addMoment } from './session-builder.ts'

export const ANN = 77
export const EVE = 555

export interface JudgedAs {
  readonly role?: Role
  readonly isAnswer?: boolean
  readonly fullness?: Fullness
}

/** A board without a server: ten contacts, and a note of Ann's with four letters. */
export interface Judged {
  readonly doc: Y.Doc
  /** Id of Ann's note, of its text and of the text's first letter, as Yjs names them. */
  readonly note: Y.ID
  readonly text: Y.ID
  readonly letters: Y.ID
  /** What admission says to Eve; what it lets through is applied, and the verdict says when that left something pending. */
  judge(update: Uint8Array, as?: JudgedAs): Admission
  go(phase: Phase): void
}

export function judgedBoard(notes = 0): Judged {
  const doc = new Y.Doc()
  doc.clientID = 1
  createBoard(doc, { title: 'Judged', why: 'To be sure', template: 'shop' }, seededRandom(1))
  const go = (phase: Phase) => setSession(openBoard(doc), { phase, phaseNumber: 1 })
  go('post')
  doc.clientID = ANN
  doc.transact(() => {
    addMoment(doc, 'note-of-anns', 'Ruth')
    for (let at = 0; at < notes; at++) addMoment(doc, `note-number-${at}`, 'x'.repeat(100))
  })
  doc.clientID = 1
  const note = doc.getMap('moments').get('note-of-anns')
  const text = note instanceof Y.Map ? note.get('text') : null
  if (!(note instanceof Y.Map) || !(text instanceof Y.Text)) throw new Error('There is no note.')
  const owners = clientOwners(
    new Map([[ANN, 'seat-of-ann' as SeatId]]),
    () => false,
    () => false,
  )
  const eve = 'seat-of-eve' as SeatId
  return {
    doc,
    note: note._item?.id ?? Y.createID(0, 0),
    text: text._item?.id ?? Y.createID(0, 0),
    letters: text._start?.id ?? Y.createID(0, 0),
    go,
    judge(update, { role = 'participant', isAnswer = false, fullness = 'room' } = {}) {
      const actor = { seat: eve, role, name: 'Eve', seated: true }
      const before = Y.encodeStateAsUpdate(doc)
      const admission = admit(openBoard(doc), owners, { actor, formerPhase: null, isAnswer, fullness }, update)
      if (!Buffer.from(before).equals(Y.encodeStateAsUpdate(doc))) throw new Error('Judging has changed the board.')
      if (admission.verdict === 'admitted') {
        for (const client of admission.clients) owners.claim(client, eve)
        Y.applyUpdate(doc, admission.update)
      }
      if (hasPending(doc)) throw new Error('Something is pending.')
      return admission
    },
  }
}
