import { openBoard } from '@momentous/shared/board/board'
import { NOTE_HEIGHT, NOTE_WIDTH } from '@momentous/shared/board/timeline'
import { placeMoments } from '@momentous/shared/commands/place-moments'
import type { MomentId } from '@momentous/shared/domain/id'
import { updateKey } from '@momentous/shared/wire/update-key'
import * as Y from 'yjs'
import { seededNumbers } from '../support/seeded-random.ts'
import { random } from './author.ts'
import { bigBoard, notesBy } from './big-boards.ts'
import { addressOfWorkshop, takeSeats, type LoadBoard } from './boards.ts'
import { openCold } from './opening.ts'
import { rawLine, type RawLine } from './raw-line.ts'
import { question } from '../support/raw-frames.ts'
import { createSpeech, protocolsFor, updateFrame, type Speech } from './speech.ts'
import { roomOf, type Scenario, type Stage } from './stage.ts'
import type { Target } from './target.ts'

const NOTES = 100
const PEOPLE = 20
const DRAGS = 1_800
/** Two seconds at ten a second: 36,000 samples in all, an hour of one person's dragging or three minutes of twenty. */
const SAMPLES = 20
const DRAGS_A_ROUND = 100

/** How much a board grows by an hour of dragging as our client drags: by presence, and one place at the end of each drag. */
export const growth: Scenario = async (stage) => {
  const target = await stage.server()
  const board = await bigBoard(target.origin, addressOfWorkshop(0), notesBy(NOTES))
  const before = await sizeOf(target, board, stage)
  const people = await Promise.all(
    (await takeSeats(target.origin, board, PEOPLE)).map((token) => dragger(target, board, token, stage)),
  )
  await dragAll(await documentOf(target, board, stage), people, stage)
  for (const { line } of people) line.close()
  const after = await sizeOf(target, board, stage)
  await target.restart()
  const stored = await openCold(target.origin, board, stage.options.tongue)
  const sent = stored.pieces.reduce((sum, { update }) => sum + update.length, 0)
  stage.say(`${before} bytes before, ${after} after; a newcomer gets ${sent}`)
  return [
    { name: 'board after an hour of dragging', value: after / before, unit: 'times', most: 2 },
    { name: 'what a newcomer gets then', value: sent / before, unit: 'times' },
  ]
}

interface Dragger {
  readonly line: RawLine
  readonly speech: Speech
  readonly client: number
  /** Resolves when this update is on the disk. */
  saved(key: number): Promise<void>
}

function dragger({ origin }: Target, board: LoadBoard, token: string, { options }: Stage): Promise<Dragger> {
  const client = Math.floor(Math.random() * 2 ** 32)
  const speech = createSpeech(options.tongue, client)
  const waiting = new Map<number, () => void>()
  const saved = (keys: readonly number[]) => {
    for (const key of keys) waiting.get(key)?.()
  }
  return new Promise((resolve, reject) => {
    rawLine({
      url: roomOf(origin, board, []).url,
      protocols: protocolsFor(options.tongue, token),
      from: board.from,
      hear: (payload) => speech.hear(payload, { saved }),
      opened(line) {
        line.send(question())
        resolve({ line, speech, client, saved: (key) => new Promise((done) => waiting.set(key, done)) })
      },
      closed: (why) => reject(new Error(why)),
    })
  })
}

/** One document plays them all in turn: the same structs as in a session with as many people. */
async function dragAll(doc: Y.Doc, people: readonly Dragger[], stage: Stage): Promise<void> {
  const board = openBoard(doc)
  const next = seededNumbers(3)
  const ids = [...board.moments.keys()] as MomentId[]
  let made: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => (made = update))
  for (let drag = 0; drag < DRAGS; drag++) {
    const person = people[Math.floor(next() * people.length)]
    const id = ids[Math.floor(next() * ids.length)]
    if (person === undefined || id === undefined) throw new Error('Nobody is there to drag, or nothing.')
    const { line, speech, client, saved } = person
    let [x, y] = [0, 0]
    for (let sample = 0; sample < SAMPLES; sample++) {
      ;[x, y] = [Math.floor(next() * 9000), Math.floor(next() * 4000)]
      line.send(speech.presence([x, y], { drag: [{ id, place: [x, y, NOTE_WIDTH, NOTE_HEIGHT] }] }))
    }
    doc.clientID = client
    doc.transact(() => placeMoments.apply(board, { places: [{ id, place: [x, y, NOTE_WIDTH, NOTE_HEIGHT] }] }, random))
    const done = saved(updateKey(made))
    line.send(updateFrame(made))
    await done
    if (drag % DRAGS_A_ROUND === 0) stage.say(`${drag} of ${DRAGS} drags`)
  }
}

async function documentOf({ origin }: Target, board: LoadBoard, { options }: Stage): Promise<Y.Doc> {
  const { pieces } = await openCold(origin, board, options.tongue)
  const doc = new Y.Doc()
  for (const { update } of pieces) Y.applyUpdate(doc, update)
  return doc
}

/** Bytes of the whole board, as one update. */
async function sizeOf(target: Target, board: LoadBoard, stage: Stage): Promise<number> {
  return Y.encodeStateAsUpdate(await documentOf(target, board, stage)).length
}
