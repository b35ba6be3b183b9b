import type { Dots } from '@momentous/shared/commands/cast-ballot'
import type { Ranking } from '@momentous/shared/domain/assessment'
import type { FrameOf } from '@momentous/shared/wire/frames'
import type { Peer } from '../line/peer.ts'
import type { Room } from '../room.ts'
import { ownKey, roomKey, rowsOf } from './vault.ts'

/** What this socket's own person has put into the open rounds, found by the token that only the socket has. */
export function mineOf({ id, state, ready }: Room, { actor, bearer }: Peer): FrameOf<'mine'> {
  const { glance, vault } = state
  const { vote, room } = glance.session
  const ballotAt = (key: string): Dots | null => {
    const row = vault.get(key)
    return row?.kind === 'ballot' ? row.dots : null
  }
  const round = vote.state === 'open' ? vote.round : null
  const grades: Record<string, Ranking> = {}
  for (const { moment, grading } of glance.grades()) {
    if (grading?.state !== 'open') continue
    const row = vault.get(ownKey(bearer.token, id, `grade ${moment} ${grading.round}`))
    if (row?.kind === 'grade') grades[moment] = row.ranking
  }
  const people = round === null || actor.role !== 'facilitator' ? [] : Array.from({ length: room }, (_, at) => at + 1)
  return {
    dots: round === null ? {} : (ballotAt(ownKey(bearer.token, id, `ballot ${round}`)) ?? {}),
    grades,
    roomDots: round === null ? [] : people.map((person) => ballotAt(roomKey(id, round, person)) ?? {}),
    ready: ready.has(actor.seat),
  }
}

export function tellMine(room: Room, peer: Peer): void {
  if (peer.actor.seated) peer.tell('mine', mineOf(room, peer))
}

/** How many have graded in the open rounds, never who. */
export function progressOf({ state }: Room): FrameOf<'progress'> {
  const grades: Record<string, number> = {}
  for (const [, { moment }] of rowsOf(state.vault, 'grade')) grades[moment] = (grades[moment] ?? 0) + 1
  return { grades }
}
