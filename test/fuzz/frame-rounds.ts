import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { addMoment } from '../support/session-builder.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { fuzzClient } from './fuzz-client.ts'
import { fuzzedBoard, sameDocument, type FuzzedBoard } from './fuzzed-board.ts'
import { framesToSpoil, spoils, spoilt } from './mutations.ts'
import { spoiler } from './spoiler.ts'

export interface FrameReport {
  readonly seed: number
  readonly sent: number
  /** How often the spoiler lost its socket. */
  readonly closed: number
  /** What must not be: somebody else who notices, a failure in the log, a document that isn't what the disk says. */
  readonly wrong: readonly string[]
}

const LANES = 6

/**
 * Every kind of frame, spoilt at every byte: cut off, altered, with something put in. `share` of them all is sent; above 1
 * each byte has several turns.
 */
export async function frameRounds(seed: number, share: number): Promise<FrameReport> {
  const chance = seededNumbers(seed)
  const board = await fuzzedBoard()
  const session = board.session()
  const ann = fuzzClient((await session.sit('participant', 'Ann')).token, () => 0.5)
  try {
    ann.connect(session)
    await until(() => ann.doc.getMap('session').has('phase'))
    const frames = hostileFrames(ann.doc, share, chance)
    const sent = frames.length
    const lanes = Array.from({ length: LANES }, (_none, lane) => spoiler(session, `Eve ${lane}`, frames))
    let running = true
    const others = keepWriting(ann.write, () => running)
    const closed = (await Promise.all(lanes)).reduce((sum, each) => sum + each, 0)
    running = false
    await others
    return { seed, sent, closed, wrong: await findings(board, ann) }
  } finally {
    ann.end()
    await board.remove()
  }
}

function hostileFrames(doc: Y.Doc, share: number, chance: () => number): Uint8Array[] {
  const frames: Uint8Array[] = []
  for (let left = share; left > 0; left--) {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    for (const frame of framesToSpoil(copy, chance)) {
      for (const at of frame.keys()) {
        for (const how of spoils) if (chance() < left) frames.push(spoilt(frame, at, how, chance))
      }
    }
  }
  return frames
}

async function keepWriting(write: (change: (doc: Y.Doc) => void) => void, goesOn: () => boolean): Promise<void> {
  for (let at = 0; goesOn(); at++) {
    write((doc) => addMoment(doc, `note-of-ann-${at}`, 'Goes on'))
    await wait(25)
  }
}

async function findings(board: FuzzedBoard, ann: ReturnType<typeof fuzzClient>): Promise<string[]> {
  const wrong: string[] = []
  if (!(await until(() => ann.isSaved()))) wrong.push('What somebody else wrote is not saved.')
  if (!ann.isOpen() || ann.closes.length > 0) wrong.push(`Somebody else lost the line: ${ann.closes.join(', ')}`)
  wrong.push(...ann.refusals, ...board.failures)
  // The last that others wrote may still be on its way here.
  const moments = (await board.session().content()).moments.length
  await until(() => ann.doc.getMap('moments').size === moments)
  const replayed = await board.replay()
  if (!sameDocument(ann.doc, replayed)) wrong.push('The disk holds another board than the people.')
  return wrong
}

/** In tries, not in seconds: a slow machine takes longer. */
async function until(holds: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 1_500 && !holds(); tries++) await wait(10)
  return holds()
}
