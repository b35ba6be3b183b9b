import { idOfSecret } from '@momentous/shared/domain/secret'
import type { Phase } from '@momentous/shared/domain/phase'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { knock } from '../support/knock.ts'
import { liveServer } from '../support/live-server.ts'
import type { RawClient } from '../support/raw-client.ts'
import {
  addMoment,
  addRecord,
  addStroke,
  buildSession,
  momentsIn,
  settled,
  type TestSession,
} from '../support/session-builder.ts'
import { stages, type Stage, type Walker } from '../support/walk-table.ts'
import { writesOf, type WalkRecords, type WalkWrite } from '../support/walk-writes.ts'

const walkers: readonly Walker[] = ['facilitator', 'participant', 'observer']
const SECRET = 'a-secret-of-the-walk'
/** As many sockets try at once, each from a network of its own. */
const LANES = 8

const strokeOf = (stage: Stage, who: Walker) => `stroke-${stages.indexOf(stage)}-${who}`

/** A board on which every kind of record is there already, back in the lobby. */
async function board(): Promise<{ session: TestSession; mirror: RawClient; moment: string; action: string }> {
  const session = await buildSession((await liveServer()).origin)
  const { facilitator } = session.tokens
  await session.done(facilitator, 'set-session', { anonymous: false })
  await session.go('plan')
  const writer = await session.join(facilitator)
  const moment = [...momentsIn(writer.doc).keys()][0] ?? ''
  await session.done(facilitator, 'settle-ranking', { moment, ranking: 'neutral' })
  await session.done(facilitator, 'open-assessment', { moment })
  const action = 'action-of-the-walk'
  await session.done(facilitator, 'add-action', { id: action, moment, text: 'Talk' })
  await session.done(facilitator, 'own-action', { action, seat: null, name: 'Ruth' })
  await session.done(facilitator, 'add-rung', { id: 'rung-of-the-walk', moment, text: 'First' })
  await session.done(facilitator, 'move-phase', { to: 'ideas' })
  await session.done(facilitator, 'raise-idea', { id: idOfSecret(SECRET), moment, text: 'Knock' })
  await session.done(facilitator, 'build-on-idea', {
    id: idOfSecret(`${SECRET}!`),
    idea: idOfSecret(SECRET),
    text: 'Twice',
  })
  await session.done(facilitator, 'raise-concern', { id: idOfSecret(`${SECRET}?`), moment, text: 'Loud' })
  await session.done(facilitator, 'move-phase', { to: 'decide' })
  await settled(session.content)
  writer.write((doc) => {
    addMoment(doc, 'moment-of-the-walk', 'Walks in', { stackedOn: moment, seconds: 5, prompt: 'In', serves: null })
    for (const stage of stages) for (const who of walkers) addStroke(doc, strokeOf(stage, who))
    addRecord(doc, 'shapes', 'shape-of-the-walk', { words: new Y.Text('Way in'), kind: 'area' })
    addRecord(doc, 'stages', 'stage-of-the-walk', { title: new Y.Text('Way in'), order: 'a0' })
  })
  await expect.poll(async () => (await session.content()).ink.length).toBe(stages.length * walkers.length)
  await session.done(facilitator, 'move-phase', { to: 'lobby' })
  writer.close()
  const mirror = await session.join(session.tokens.observer)
  // A board comes in pieces.
  const { ink, ideas, moments } = await session.content()
  const isWhole = (doc: Y.Doc) =>
    doc.getMap('ink').size === ink.length &&
    doc.getMap('ideas').size === ideas.length &&
    doc.getMap('stages').size === 1 &&
    doc.getMap('moments').size === moments.length
  await mirror.until(isWhole, 'the whole board')
  return { session, mirror, moment, action }
}

async function goTo(session: TestSession, stage: Stage, moment: string): Promise<void> {
  const { facilitator } = session.tokens
  const done = (name: string, args: unknown) => session.done(facilitator, name, args)
  if (stage === 'choose closed') await done('close-vote', {})
  else if (stage === 'assess grading') {
    await done('edit-text', {
      root: 'assessments',
      id: moment,
      key: 'expectation',
      index: 0,
      remove: 0,
      insert: 'Hello',
    })
    await done('open-grading', { moment })
  } else {
    await done('move-phase', { to: stage as Phase })
    if (stage === 'choose') await done('open-vote', {})
  }
  await settled(session.content)
}

/** Tries them all, several at once; a socket that was refused is followed by a new one. */
async function tryAll(
  session: TestSession,
  tokens: readonly string[],
  phaseNumber: number,
  writes: readonly WalkWrite[],
) {
  const left = [...writes]
  const wrong: string[] = []
  const lane = async (token: string, at: number): Promise<void> => {
    const door = { origin: session.origin, board: session.board, token, phaseNumber, from: `127.0.1.${at + 1}` }
    let socket = await knock(door)
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const rule = await socket.write(next.update)
      if (rule !== next.rule) wrong.push(`${next.what}: ${rule ?? 'taken'} instead of ${next.rule ?? 'taken'}`)
      if (rule !== null) socket = await knock(door)
    }
    socket.close()
  }
  await Promise.all(tokens.map(lane))
  return wrong
}

/** The record of each kind that is written into; ink may be erased, so everybody has a stroke of their own. */
function recordsOf(stage: Stage, who: Walker, moment: string, action: string): WalkRecords {
  return {
    moments: 'moment-of-the-walk',
    ink: strokeOf(stage, who),
    assessments: moment,
    grades: moment,
    ideas: idOfSecret<string>(SECRET),
    builds: idOfSecret<string>(`${SECRET}!`),
    concerns: idOfSecret<string>(`${SECRET}?`),
    actions: action,
    rungs: 'rung-of-the-walk',
    shapes: 'shape-of-the-walk',
    stages: 'stage-of-the-walk',
  }
}

const stateOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

test(
  'whoever writes raw frames gets what the table says, in every place, phase and role, and nobody else notices (L1, M1, M2, M3, K1, A1, P1, D2)',
  { timeout: 300_000 },
  async () => {
    const { session, mirror, moment, action } = await board()
    const seats = async (role: 'facilitator' | 'participant') =>
      (await Promise.all(Array.from({ length: LANES }, (_none, at) => session.sit(role, `${role} ${at}`)))).map(
        ({ token }) => token,
      )
    const tokens = {
      facilitator: await seats('facilitator'),
      participant: await seats('participant'),
      observer: Array.from({ length: LANES }, () => session.tokens.observer),
    }
    let tried = 0
    for (const stage of stages) {
      await goTo(session, stage, moment)
      const phaseNumber = Number((await session.content()).session.phaseNumber)
      await mirror.until((doc) => doc.getMap('session').get('phaseNumber') === phaseNumber, `the mirror in ${stage}`)
      const writesBy = (who: Walker) => writesOf(mirror.doc, recordsOf(stage, who, moment, action), stage, who)
      const before = stateOf(mirror.doc)
      const wrong = walkers.map((who) => {
        const writes = writesBy(who)
        tried += writes.length
        return tryAll(
          session,
          tokens[who],
          phaseNumber,
          writes.filter(({ rule }) => rule !== null),
        )
      })
      expect((await Promise.all(wrong)).flat()).toEqual([])
      // Whatever would have been told is told by the time of an answer.
      await session.content()
      expect(stateOf(mirror.doc)).toBe(before)
      // One after the other: what is taken changes what the next one finds.
      for (const who of walkers) {
        const taken = writesBy(who).filter(({ rule }) => rule === null)
        expect(await tryAll(session, tokens[who].slice(0, 1), phaseNumber, taken)).toEqual([])
        await session.content()
      }
    }
    expect(tried).toBeGreaterThan(2500)
    expect(mirror.isOpen()).toBe(true)
    expect(mirror.frames.some(({ number }) => number === 68)).toBe(false)
    const { moments } = await session.content()
    expect(moments.find(({ id }: { id: string }) => id === 'moment-of-the-walk').paper).toBe('rose')
  },
)
