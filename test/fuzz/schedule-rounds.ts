import { setTimeout as wait } from 'node:timers/promises'
import type { Phase } from '@momentous/shared/domain/phase'
import { hasPending } from '../../server/src/rooms/document/pending.ts'
import { honestWrite } from '../support/random-writes.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { fuzzClient, type FuzzClient } from './fuzz-client.ts'
import { fuzzedBoard, sameDocument, type FuzzedBoard } from './fuzzed-board.ts'

export interface ScheduleReport {
  readonly seed: number
  readonly steps: number
  readonly refusals: number
  /** What must not be: replicas that differ, a document that isn't what the disk says, an honest change refused for its shape. */
  readonly wrong: readonly string[]
}

const PEOPLE = 3
/** Phases in which people may write; the last one only some of it, so that there are refusals. */
const phases: readonly Phase[] = ['post', 'colour', 'post', 'lobby']

/**
 * People with two tabs each write, lose their line, come back, say things twice and in the wrong order, while the phase
 * moves and the server restarts. In the end everybody has the same document, and so has the disk.
 */
export async function scheduleRounds(seed: number, steps: number): Promise<ScheduleReport> {
  const chance = seededNumbers(seed)
  const board = await fuzzedBoard()
  const clients: FuzzClient[] = []
  try {
    const session = board.session()
    for (let person = 0; person < PEOPLE; person++) {
      const { token } = await session.sit('participant', `Person ${person}`)
      clients.push(fuzzClient(token, chance), fuzzClient(token, chance))
    }
    for (let step = 0; step < steps; step++) {
      await oneStep(board, clients, chance)
      if (chance() < 0.3) await wait(Math.floor(chance() * 8))
    }
    const wrong = await settle(board, clients)
    const refusals = clients.flatMap((client) => client.refusals)
    // What an honest client writes fits a board; only the phase may stand against it.
    wrong.push(...refusals.filter((refusal) => refusal.startsWith('D')))
    wrong.push(...board.failures)
    return { seed, steps, refusals: refusals.length, wrong }
  } finally {
    for (const client of clients) client.end()
    await board.remove()
  }
}

async function oneStep(board: FuzzedBoard, clients: readonly FuzzClient[], chance: () => number): Promise<void> {
  const client = clients[Math.floor(chance() * clients.length)]
  if (client === undefined) return
  const luck = chance()
  if (!client.isOpen() && luck < 0.5) return client.connect(board.session())
  if (luck < 0.82) {
    if (client.doc.getMap('session').has('phase')) client.write((doc) => honestWrite(doc, chance))
  } else if (luck < 0.9) client.flush()
  else if (luck < 0.94) client.drop()
  else if (luck < 0.96) client.sayAll()
  else if (luck < 0.985) await movePhase(board, clients, chance)
  else if (luck < 0.99) {
    for (const each of clients) each.drop()
    await board.restart()
  }
}

/** Some are told at once; to the others the last phase counts for a while. */
async function movePhase(board: FuzzedBoard, clients: readonly FuzzClient[], chance: () => number): Promise<void> {
  const to = phases[Math.floor(chance() * phases.length)] ?? 'post'
  const session = board.session()
  await session.command(session.tokens.facilitator, 'move-phase', { to })
  const { phaseNumber } = (await session.content()).session
  for (const client of clients) if (chance() < 0.3) client.tellPhase(phaseNumber)
}

/** Everybody comes back and everything arrives. */
async function settle(board: FuzzedBoard, clients: readonly FuzzClient[]): Promise<string[]> {
  await board.session().go('post')
  const { phaseNumber } = (await board.session().content()).session
  const alike = (): boolean => clients.every(({ doc }) => sameDocument(doc, clients[0]?.doc ?? doc))
  // What was lost on the way without the line's end comes when the server asks anew.
  for (const client of clients) client.drop()
  // In tries, not in seconds: a slow machine takes longer.
  for (let tries = 0; tries < 1_000; tries++) {
    for (const client of clients) {
      client.connect(board.session())
      client.tellPhase(phaseNumber)
      client.flush()
    }
    await wait(20)
    if (clients.every((client) => client.isOpen() && client.isSaved()) && tries > 3 && alike()) break
  }
  const wrong: string[] = []
  if (!alike()) wrong.push('Not everybody has the same board.')
  if (clients[0] !== undefined) wrong.push(...(await newcomers(board, clients[0])))
  const [first] = clients
  const replayed = await board.replay()
  if (first !== undefined && !sameDocument(first.doc, replayed))
    wrong.push('The disk holds another board than the people.')
  if (clients.some(({ doc }) => hasPending(doc))) {
    wrong.push('Somebody’s document waits for something.')
  }
  return wrong
}

/**
 * Whoever comes now is sent what lies on the disk, spliced byte by byte; after a restart a room that has no document yet
 * does it. Both have to make of it what everybody has.
 */
async function newcomers(board: FuzzedBoard, everybody: FuzzClient): Promise<string[]> {
  const wrong: string[] = []
  for (const when of ['at the end', 'after a restart']) {
    if (when !== 'at the end') await board.restart()
    const { token } = await board.session().sit('observer', `Late, ${when}`)
    const late = fuzzClient(token, () => 1)
    late.connect(board.session())
    for (let tries = 0; tries < 500 && !sameDocument(late.doc, everybody.doc); tries++) await wait(20)
    if (!sameDocument(late.doc, everybody.doc)) wrong.push(`A newcomer ${when} has another board than the others.`)
    if (hasPending(late.doc)) wrong.push(`The document of a newcomer ${when} waits for something.`)
    late.end()
  }
  return wrong
}
