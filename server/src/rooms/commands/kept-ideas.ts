import { recordLimits } from '@momentous/shared/board/records'
import { viewOf } from '@momentous/shared/board/view'
import type { Room } from '../room.ts'
import { notify } from '../room.ts'
import { keptRefusal, type KeptHandler, type KeptOutcome, type Sender } from './sender.ts'
import { writeBuild, writeIdea } from '../secrets/sweep-vault.ts'
import { putRow, rowsOf, saidKey, type RowOf } from '../secrets/vault.ts'

/** An anonymous idea waits for its batch; on a board with signed ideas it appears at once, with the name. */
export const raiseIdea: KeptHandler<'raise-idea'> = (room, sender, { id, moment, text }) => {
  const { board } = room.state
  if (board.ideas.has(id)) return { what: 'deed' }
  if (isTaken(room, id, 'idea')) return TAKEN
  if (isFull(room, 'idea')) return keptRefusal('I1', 'This board has all the ideas that it can hold.')
  const row = { kind: 'idea', id, moment, text } as const
  if (isAnonymous(room)) return wait(room, sender, row)
  return { what: 'deed', write: (written) => writeIdea(written, room.world, row, sender.actor.name) }
}

export const buildOnIdea: KeptHandler<'build-on-idea'> = (room, sender, { id, idea, text }) => {
  const { board } = room.state
  if (board.builds.has(id)) return { what: 'deed' }
  if (isTaken(room, id, 'build')) return TAKEN
  if (isFull(room, 'build')) return keptRefusal('I1', 'This board has all the ideas that it can hold.')
  const row = { kind: 'build', id, idea, text } as const
  if (isAnonymous(room)) return wait(room, sender, row)
  return { what: 'deed', write: (written) => writeBuild(written, room.world, row, sender.actor.name) }
}

/** Concerns are unsigned on every board, and stay shut in until Decide. */
export const raiseConcern: KeptHandler<'raise-concern'> = (room, _sender, { id, moment, idea, text }) => {
  const { board, vault } = room.state
  if (board.concerns.has(id)) return { what: 'deed' }
  if (isTaken(room, id, 'concern')) return TAKEN
  if (isFull(room, 'concern')) return keptRefusal('I1', 'The concern box is full.')
  return { what: 'deed', entries: [putRow(vault, saidKey(id), { kind: 'concern', id, moment, idea, text })] }
}

const TAKEN = keptRefusal('M4', 'This is on the board already, as something else. Write it once more.')

/** One secret owns one thing: an id that another kind has, out or waiting, would hand that one over. */
function isTaken({ state: { board, vault } }: Room, id: string, kind: keyof typeof roots): boolean {
  const waiting = vault.get(saidKey(id))
  if (waiting !== undefined && waiting.kind !== kind) return true
  return Object.values(roots).some((root) => board[root].has(id))
}

export function isAnonymous(room: Room): boolean {
  return viewOf(room.state.board).session.anonymous
}

/** Null for whoever shows a link alone: it may be somebody who has a seat as well. Better too long a wait than a guess. */
export function contributorOf({ actor }: Sender): string | null {
  return actor.seated ? actor.seat : null
}

function wait(room: Room, sender: Sender, row: RowOf<'idea' | 'build'>): KeptOutcome {
  if (!room.state.vault.has(saidKey(row.id))) room.contributors.add(contributorOf(sender))
  return {
    what: 'deed',
    entries: [putRow(room.state.vault, saidKey(row.id), row)],
    done: () => notify(room, 'counts'),
  }
}

const roots = { idea: 'ideas', build: 'builds', concern: 'concerns' } as const

function isFull({ state: { board, vault } }: Room, kind: keyof typeof roots): boolean {
  const root = roots[kind]
  return board[root]._map.size + rowsOf(vault, kind).length >= recordLimits[root]
}
