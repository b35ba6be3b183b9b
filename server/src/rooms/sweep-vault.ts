import type { Board } from '@momentous/shared/board/board'
import { viewOf, type BoardView } from '@momentous/shared/board/view'
import { createRecord } from '@momentous/shared/board/write'
import { comparePhases } from '@momentous/shared/domain/phase'
import { newId } from '@momentous/shared/domain/id'
import type { Entry } from '../storage/storage.ts'
import type { Room } from './room.ts'
import { dropRow, rowsOf, type RowOf } from './vault.ts'
import type { World } from './world.ts'

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

/** Writes every idea and build that waits, shuffled, each at a random place. Runs inside a transaction. */
export function releaseIdeas({ state, world, contributors }: Room): readonly Entry[] {
  const { board, vault } = state
  const waiting = [...rowsOf(vault, 'idea'), ...rowsOf(vault, 'build')]
  if (waiting.length === 0) return []
  contributors.forget()
  return shuffled(world, waiting).map(([key, row]) => {
    if (row.kind === 'idea') writeIdea(board, world, row, null)
    else writeBuild(board, world, row, null)
    return dropRow(vault, key)
  })
}

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

/** Every order is equally likely: the order of arrival is lost. */
function shuffled<Value>({ random }: World, values: readonly Value[]): readonly Value[] {
  const draws = new Uint32Array(random(new Uint8Array(values.length * 4)).buffer)
  return values
    .map((value, index) => ({ value, draw: draws[index] ?? 0 }))
    .toSorted((a, b) => a.draw - b.draw)
    .map(({ value }) => value)
}
