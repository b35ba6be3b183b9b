import { openBoard } from '@momentous/shared/board/board'
import { createBoard } from '@momentous/shared/board/create-board'
import { packPoints } from '@momentous/shared/board/packed-points'
import { touchedPlaces, type Touch } from '@momentous/shared/board/place'
import { snapshot } from '@momentous/shared/board/read'
import { setSession } from '@momentous/shared/board/session'
import type { SeatId } from '@momentous/shared/domain/id'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { admit } from '../../server/src/rooms/admission/admission.ts'
import { checkStructs } from '../../server/src/rooms/admission/admit-structs.ts'
import { clientOwners } from '../../server/src/rooms/admission/client-owners.ts'
import { hasPending } from '../../server/src/rooms/document/pending.ts'
import { flakyNetwork } from '../support/flaky-network.ts'
import { honestWrite, wildWrite } from '../support/random-writes.ts'
import { addMoment, addRecord, addStroke } from '../support/session-builder.ts'
import { seededNumbers, seededRandom } from '../support/seeded-random.ts'

const PEERS = 3
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const runs = (numRuns: number) => ({ seed, numRuns })

function startOf(from: number): Uint8Array {
  const doc = new Y.Doc()
  createBoard(doc, { title: 'Property', why: 'To be sure', template: 'shop' }, seededRandom(from))
  setSession(openBoard(doc), { phase: 'post', phaseNumber: 1 })
  return Y.encodeStateAsUpdate(doc)
}

function replica(start: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, start)
  openBoard(doc)
  return doc
}

function made(doc: Y.Doc, change: () => void): Uint8Array | null {
  const vector = Y.encodeStateVector(doc)
  const before = Y.encodeStateAsUpdate(doc)
  doc.transact(change)
  const update = Y.encodeStateAsUpdate(doc, vector)
  return Buffer.from(before).equals(Y.encodeStateAsUpdate(doc)) ? null : update
}

/** What Yjs reports as changed, in the words of a touch. */
function changedPlaces(doc: Y.Doc, update: Uint8Array): string[] {
  const places: string[] = []
  doc.once('beforeObserverCalls', ({ changed }: Y.Transaction) => {
    for (const [type, keys] of changed) for (const key of keys) places.push(placeOf(doc, type, key))
  })
  Y.applyUpdate(doc, update)
  return places
}

function placeOf(doc: Y.Doc, type: object, key: string | null): string {
  const path: (string | null)[] = key === null ? [] : [key]
  let current = type as Y.AbstractType<unknown>
  while (current._item !== null) {
    path.unshift(current._item.parentSub)
    current = current._item.parent as Y.AbstractType<unknown>
  }
  const root = [...doc.share].find(([, shared]) => shared === current)?.[0] ?? '?'
  return [root, ...path].join('/')
}

function touchPlaces(touch: Touch): string[] {
  const record = `${touch.root}/${touch.id}`
  if (touch.kind === 'create' || touch.kind === 'erase-record') return [record]
  // Directly in a root the id is the key.
  return touch.kind === 'set' && touch.key === touch.id
    ? [record, `${record}/${touch.key}`]
    : [`${record}/${touch.key}`]
}

/** What a board reads as, whatever the order in which its records came. */
function factsOf(doc: Y.Doc) {
  return Object.entries(snapshot(openBoard(doc))).map(([root, facts]: [string, unknown]) => [
    root,
    Array.isArray(facts) ? facts.map((fact) => JSON.stringify(fact)).toSorted() : facts,
  ])
}

describe(`admission (seed ${seed})`, () => {
  test('finds every place that an update touches, whatever it writes', { timeout: 30_000 }, () => {
    let judged = 0
    fc.assert(
      fc.property(fc.integer(), (start) => {
        const chance = seededNumbers(start)
        const server = replica(startOf(start))
        const fresh = () => replica(Y.encodeStateAsUpdate(server))
        const peers = Array.from({ length: PEERS }, fresh)
        for (let step = 0; step < 40; step++) {
          const at = Math.floor(chance() * PEERS)
          const peer = peers[at] ?? server
          // Often behind the others: it writes on what it knows.
          if (chance() < 0.3) Y.applyUpdate(peer, Y.encodeStateAsUpdate(server))
          const writes = 1 + Math.floor(chance() * 3)
          const update = made(peer, () => {
            for (let write = 0; write < writes; write++) wildWrite(peer, chance)
          })
          if (update === null) continue
          const whole = chance() < 0.2 ? Y.encodeStateAsUpdate(peer) : update
          const decoded = Y.decodeUpdate(whole)
          expect(checkStructs(server, decoded).ok).toBe(true)
          const touched = touchedPlaces(server, decoded)
          if (!touched.ok) {
            // As after a refusal: a fresh document.
            peers[at] = fresh()
            continue
          }
          judged++
          const found = new Set(touched.touches.flatMap(touchPlaces))
          expect(changedPlaces(server, whole).filter((place) => !found.has(place))).toEqual([])
          expect(hasPending(server)).toBe(false)
        }
      }),
      runs(60),
    )
    expect(judged).toBeGreaterThan(500)
  })

  test('lets honest replicas converge over a network that loses, repeats and reorders', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.integer(), (start) => {
        const chance = seededNumbers(start)
        const network = flakyNetwork(chance)
        const server = replica(startOf(start))
        const owners = clientOwners(
          new Map(),
          () => false,
          () => false,
        )
        const peers = Array.from({ length: PEERS }, () => replica(Y.encodeStateAsUpdate(server)))
        const refusals: string[] = []

        const receive = (at: number, update: Uint8Array, isAnswer: boolean) => {
          const seat = `seat-of-${at}` as SeatId
          const actor = { seat, role: 'participant', name: '', seated: true } as const
          const verdict = admit(openBoard(server), owners, { actor, formerPhase: null, isAnswer }, update)
          if (verdict.verdict === 'refused') refusals.push(`${verdict.rule}: ${verdict.reason}`)
          if (verdict.verdict === 'gap') ask(at)
          if (verdict.verdict !== 'admitted') return
          for (const client of verdict.clients) owners.claim(client, seat)
          Y.applyUpdate(server, update)
          expect(hasPending(server)).toBe(false)
          for (const [to, peer] of peers.entries()) if (to !== at) network.send(() => Y.applyUpdate(peer, update))
        }
        const ask = (at: number) => {
          const vector = Y.encodeStateVector(server)
          network.send(() => {
            const answer = Y.encodeStateAsUpdate(peers[at] ?? server, vector)
            network.send(() => receive(at, answer, true))
          })
        }

        for (let step = 0; step < 60; step++) {
          const at = Math.floor(chance() * PEERS)
          const peer = peers[at] ?? server
          const update = made(peer, () => honestWrite(peer, chance))
          if (update !== null) network.send(() => receive(at, update, false))
          network.pass()
        }
        network.heal()
        for (const at of peers.keys()) ask(at)
        for (const peer of peers) Y.applyUpdate(peer, Y.encodeStateAsUpdate(server, Y.encodeStateVector(peer)))

        expect(refusals).toEqual([])
        for (const peer of peers) {
          expect(Y.encodeStateVector(peer)).toEqual(Y.encodeStateVector(server))
          expect(factsOf(peer)).toEqual(factsOf(server))
        }
      }),
      runs(25),
    )
  })

  test('takes no harm from an update that is cut off or altered at any byte', { timeout: 30_000 }, () => {
    const start = startOf(seed)
    const author = replica(start)
    const update = made(author, () => {
      addMoment(author, 'a-moment-of-mine', 'Said in so many words', { place: [1, 2, 176, 120] })
      addStroke(author, 'a-stroke-of-mine')
      addRecord(author, 'ink', 'another-of-mine', { points: packPoints([0, 0, 0.5, 9, 900, 1]), moved: [1, 2] })
      addRecord(author, 'shapes', 'a-shape-of-mine', { words: new Y.Text('Why'), kind: 'text', place: [0, 0, 90, 20] })
    })
    const actor = { seat: 'seat-of-eve' as SeatId, role: 'participant', name: '', seated: true } as const
    const judge = (bytes: Uint8Array) => {
      const server = replica(start)
      const before = Y.encodeStateAsUpdate(server)
      const owners = clientOwners(
        new Map(),
        () => false,
        () => false,
      )
      const { verdict } = admit(openBoard(server), owners, { actor, formerPhase: null, isAnswer: false }, bytes)
      expect(Y.encodeStateAsUpdate(server)).toEqual(before)
      if (verdict === 'admitted') Y.applyUpdate(server, bytes)
      expect(hasPending(server)).toBe(false)
      return verdict
    }
    const whole = update ?? new Uint8Array()
    expect(judge(whole)).toBe('admitted')
    const chance = seededNumbers(seed)
    for (const at of whole.keys()) {
      expect(judge(whole.slice(0, at))).toBe('refused')
      judge(whole.with(at, Math.floor(chance() * 256)))
    }
  })
})
