import { attribute, type Attribution, type Riddle } from './attributing.ts'
import { eavesdropper, type Eavesdropper, type Mark } from './eavesdropper.ts'
import { member, type Deed } from './ideas-team.ts'
import { innerServer, type InnerSeat, type InnerServer } from './inner-server.ts'
import { seededNumbers } from './seeded-random.ts'

export const kinds = ['said', 'changed', 'rang'] as const
export type Kind = (typeof kinds)[number]
export const attackers = ['facilitator', 'participant', 'observer'] as const
export type Attacker = (typeof attackers)[number]

export interface Heard {
  readonly server: InnerServer
  readonly seats: readonly InnerSeat[]
  readonly deeds: readonly Deed[]
  readonly ears: Readonly<Record<Attacker, Eavesdropper>>
}

const SPAN = 6 * 60_000
const PEOPLE = 7

/**
 * Rounds of ideas with seven people who write and three who listen, one of whom writes too: eight participants, as the
 * yardstick has it. Between the rounds the session moves on and comes back.
 */
export async function ideasRounds(seed: number, rounds: number): Promise<Heard> {
  const next = seededNumbers(seed)
  const server = await innerServer(seed)
  const { clock, tokens } = server
  const steer = (name: string, args: object = {}) => server.command(tokens.facilitator, name, args)
  const moments = await shortlisted(server, steer)
  const seats: InnerSeat[] = []
  for (let at = 0; at < PEOPLE; at++) seats.push(await server.sit('participant', `Person ${at}`))
  const spy = await server.sit('participant', 'Somebody who listens')
  const boss = await server.sit('facilitator', 'Somebody who steers')
  const ears = {
    facilitator: eavesdropper(server, boss.token),
    participant: eavesdropper(server, spy.token),
    observer: eavesdropper(server, tokens.observer),
  }
  const deeds: Deed[] = []
  // The one who listens writes too, and may learn something from when that comes out.
  const writers = [...seats, spy]
  const host = { server, seats: writers, next, moments, out: ears.observer.ideas }
  const team = writers.map((_, author) => member(host, author, deeds))
  for (let round = 0; round < rounds; round++) {
    for (const each of team) each.come()
    await clock.pass(2_000 + next() * 5_000)
    await steer('move-phase', { to: 'ideas' })
    for (const each of team) each.begin()
    await clock.pass(SPAN)
    for (const each of team) each.rest()
    await steer('move-phase', { to: 'decide' })
    await clock.pass(10_000)
  }
  return { server, seats, deeds, ears }
}

/** Goes through Choose, with the first three moments as priorities. */
export async function shortlisted(
  { clock, rooms, board }: InnerServer,
  steer: (name: string, args?: object) => Promise<unknown>,
): Promise<readonly string[]> {
  await steer('move-phase', { to: 'choose' })
  await steer('close-vote')
  await clock.pass(6_000)
  const moments = (await rooms().snapshot(board)).moments.slice(0, 3).map(({ id }) => id)
  await steer('settle-shortlist', { moments })
  return moments
}

/** What somebody on the board saw of one kind of deed, with the answers. */
export function riddlesOf({ seats, deeds, ears }: Heard, attacker: Attacker, kind: Kind): readonly Riddle[] {
  const { marks, sights } = ears[attacker]
  const bySeat = new Map<string, Mark[]>(seats.map(({ id }) => [id, []]))
  for (const mark of marks) bySeat.get(mark.seat)?.push(mark)
  const suspects = seats.map(({ id }) => id)
  return sights.flatMap((sight): Riddle[] => {
    if (sight.kind !== kind) return []
    const deed = deeds.findLast(
      (each) => each.kind === kind && each.id === sight.id && each.text === sight.text && each.at <= sight.at,
    )
    const author = deed === undefined ? undefined : seats[deed.author]
    return author === undefined ? [] : [{ sight, marks: bySeat, suspects, author: author.id }]
  })
}

/** Learns from the first half of the boards, and guesses on the others. */
export function attempt(boards: readonly Heard[], attacker: Attacker, kind: Kind): Attribution {
  const half = Math.floor(boards.length / 2)
  const riddles = (some: readonly Heard[]) => some.flatMap((heard) => riddlesOf(heard, attacker, kind))
  return attribute(riddles(boards.slice(0, half)), riddles(boards.slice(half)))
}
