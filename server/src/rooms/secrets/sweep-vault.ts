import type { Board } from '@momentous/shared/board/board'
import { viewOf, type BoardView } from '@momentous/shared/board/view'
import { createRecord, updateRecord } from '@momentous/shared/board/write'
import { comparePhases } from '@momentous/shared/domain/phase'
import { newId, type BuildId, type IdeaId } from '@momentous/shared/domain/id'
import type { Entry } from '../../storage/storage.ts'
import { shuffled } from '../lots.ts'
import { noteRetraction } from './retraction.ts'
import type { Room } from '../room.ts'
import { dropRow, rowsOf, type RowOf } from './vault.ts'
import type { World } from '../world.ts'

/**
 * What has to leave the vault, as the session is now: ideas and builds when Ideas is over, concerns when Decide has come,
 * ballots and grades when their round is closed and summed. Runs inside a transaction, so that it goes with its cause.
 */
export function sweepVault(room: Room): readonly Entry[] {
  const view = viewOf(room.state.board)
  const { phase } = view.session
  return [
    ...(phase === 'ideas' ? [] : releaseIdeas(room)),
    ...(comparePhases(phase, 'decide') >= 0 ? releaseConcerns(room) : []),
    ...destroyClosed(room, view),
  ]
}

/** Writes everything that waits to be seen, shuffled, what is new at a random place. Runs inside a transaction. */
export function releaseIdeas(room: Room): readonly Entry[] {
  const { vault } = room.state
  room.contributors.forget()
  return written(room, [...rowsOf(vault, 'idea'), ...rowsOf(vault, 'build'), ...rowsOf(vault, 'change')])
}

/** Writes the changes of what is out, and leaves what is new where it is. Runs inside a transaction. */
export function releaseChanges(room: Room): readonly Entry[] {
  return written(room, rowsOf(room.state.vault, 'change'))
}

type Waiting = readonly [key: string, row: RowOf<'idea' | 'build' | 'change'>]

function written({ state: { board, vault }, world }: Room, waiting: readonly Waiting[]): readonly Entry[] {
  const entries = shuffled(world, waiting).map(([key, row]) => {
    if (row.kind === 'idea') writeIdea(board, world, row, null)
    else if (row.kind === 'build') writeBuild(board, world, row, null)
    else writeChange(board, row.id, row.text)
    return dropRow(vault, key)
  })
  return waiting.some(([, { kind }]) => kind === 'change') ? [...entries, noteRetraction(vault)] : entries
}

/** Other words, or with null none any more: withdrawn means that nobody can read them. */
export function writeChange(board: Board, id: IdeaId | BuildId, text: string | null): void {
  const values = text === null ? { withdrawn: true, text: '' } : { text }
  updateRecord(board.ideas, id, values)
  updateRecord(board.builds, id, values)
}

/** `by` is null for everything unsigned. */
export function writeIdea(board: Board, world: World, { id, moment, text }: RowOf<'idea'>, by: string | null): void {
  createRecord(board.ideas, 'ideas', id, { moment, text, by, slot: slot(world) })
}

export function writeBuild(board: Board, world: World, { id, idea, text }: RowOf<'build'>, by: string | null): void {
  createRecord(board.builds, 'builds', id, { idea, text, by, slot: slot(world) })
}

function releaseConcerns({ state, world }: Room): readonly Entry[] {
  const { board, vault } = state
  return shuffled(world, rowsOf(vault, 'concern')).map(([key, { id, moment, idea, text }]) => {
    createRecord(board.concerns, 'concerns', id, { moment, idea, text, slot: slot(world) })
    return dropRow(vault, key)
  })
}

function destroyClosed({ state: { vault } }: Room, view: BoardView): readonly Entry[] {
  const { vote } = view.session
  const ballots = rowsOf(vault, 'ballot').filter(([, row]) => vote.state !== 'open' || vote.round !== row.round)
  const grades = rowsOf(vault, 'grade').filter(([, row]) => {
    const grading = view.grade(row.moment)?.grading
    return grading?.state !== 'open' || grading.round !== row.round
  })
  return [...ballots, ...grades].map(([key]) => dropRow(vault, key))
}

function slot({ random }: World): string {
  return newId<string>(random)
}
