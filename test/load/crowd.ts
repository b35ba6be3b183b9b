import { updateKey } from '@momentous/shared/wire/update-key'
import { setTimeout as wait } from 'node:timers/promises'
import { createAuthor, type Author } from './author.ts'
import { createMarks, type Marks } from './marks.ts'
import { rawLine, type RawLine } from './raw-line.ts'
import { question } from '../support/raw-frames.ts'
import { createSpeech, protocolsFor, updateFrame, updateIn, type Speech, type Tongue } from './speech.ts'

/** Edits and cursor moves a second of one person. */
export const PACE = { edits: 2, cursors: 10 }

/** A room that people come into: where it is, and one token a person (none where nobody asks for them). */
export interface LoadRoom {
  readonly url: URL
  readonly tokens: readonly string[]
  readonly from: string
}

export interface Person {
  readonly number: number
  readonly author: Author
  readonly speech: Speech
  readonly line: RawLine
  /** Looks at what arrives; the others only count it. */
  readonly isProbe: boolean
  /** Drags and moves by the clock from now on. */
  live: boolean
}

/** Who looks at everything that comes, who only works, and who only waits for the board. */
type Part = 'probe' | 'worker' | 'onlooker'

/** Many people with one clock: they offer their load however slowly it is taken. */
export interface Crowd {
  readonly people: readonly Person[]
  readonly marks: Marks
  /** Times from a change to its `saved`, in milliseconds, as the probes had them. */
  readonly acknowledged: number[]
  /** How late the clock of this process itself was, in milliseconds. */
  readonly lags: number[]
  /** Why lines closed that nobody here closed. */
  readonly lost: readonly string[]
  /** Brings people into a room who begin to work there; those named by their index are probes. */
  enter(room: LoadRoom, probes: readonly number[]): Promise<void>
  /** Brings people into a room who move their cursor once and then only look. */
  look(room: LoadRoom): Promise<void>
  /** How many of those who only look have the board. */
  informed(): number
  stop(): void
}

/** How often a sleeping line is read, in milliseconds. */
const READ_EVERY = 25
const PULSE_EVERY = 4_000
const AT_ONCE = 20

export function createCrowd(tongue: Tongue): Crowd {
  const now = () => performance.now()
  const marks = createMarks(now)
  const people: Person[] = []
  const acknowledged: number[] = []
  const lags: number[] = []
  const lost: string[] = []
  const informed = new Set<number>()
  let stopped = false
  let drawn = 0

  function connect({ url, from }: LoadRoom, token: string | undefined, part: Part): Promise<Person> {
    const number = drawn++
    const author = createAuthor()
    const speech = createSpeech(tongue, author.client)
    const pending = new Map<number, number>()
    const ear = {
      place: (x: number, y: number) => marks.seen('edit', number, x, y),
      cursor: (x: number, y: number) => marks.seen('cursor', number, x, y),
      saved(keys: readonly number[]) {
        for (const key of keys) {
          const at = pending.get(key)
          if (at !== undefined) acknowledged.push(now() - at)
          pending.delete(key)
        }
      },
    }
    const isProbe = part === 'probe'
    const hearAs: Record<Part, ((payload: Buffer) => void) | undefined> = {
      probe: (payload) => speech.hear(payload, ear),
      worker: undefined,
      onlooker(payload) {
        if (updateIn(payload) !== null) informed.add(number)
      },
    }
    return new Promise((resolve, reject) => {
      const line = rawLine({
        url,
        protocols: token === undefined ? [] : protocolsFor(tongue, token),
        from,
        sleepy: !isProbe,
        hear: hearAs[part],
        opened(opened) {
          opened.send(question())
          resolve(person)
        },
        closed(why) {
          reject(new Error(why))
          if (!stopped) lost.push(why)
        },
      })
      const timed: Author = isProbe ? { ...author, move: (mark) => noted(author.move(mark)) } : author
      const noted = (update: Uint8Array): Uint8Array => {
        pending.set(updateKey(update), now())
        return update
      }
      const person: Person = { number, author: timed, speech, line, isProbe, live: false }
    })
  }

  async function bring(room: LoadRoom, partOf: (index: number) => Part): Promise<readonly Person[]> {
    const entered: Person[] = []
    const count = room.tokens.length
    for (let at = 0; at < count; at += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, index) =>
        connect(room, room.tokens[at + index] || undefined, partOf(at + index)),
      )
      entered.push(...(await Promise.all(some)))
      await wait(15)
    }
    people.push(...entered)
    return entered
  }

  const stopClock = startClock(people, marks, lags)
  return {
    people,
    marks,
    acknowledged,
    lags,
    lost,
    informed: () => informed.size,
    async enter(room, probes) {
      const entered = await bring(room, (index) => (probes.includes(index) ? 'probe' : 'worker'))
      await wait(60)
      for (const { line, author } of entered) line.send(updateFrame(author.first))
      await wait(60)
      for (const person of entered) person.live = true
    },
    async look(room) {
      for (const { line, speech, number } of await bring(room, () => 'onlooker'))
        line.send(speech.presence(marks.next('cursor', number)))
    },
    stop() {
      stopped = true
      stopClock()
      for (const { line } of people) line.close()
    },
  }
}

/** Everybody acts at moments of their own: who is due is found by the clock, and a late clock catches up. */
function startClock(people: readonly Person[], marks: Marks, lags: number[]): () => void {
  let last = Math.floor(performance.now())
  let turn = 0
  let running = true

  function act(person: Person, to: number): void {
    const { line, author, speech, number } = person
    if (!line.isOpen()) return
    for (let left = due(last, to, number, PULSE_EVERY); left > 0; left--) {
      const pulse = speech.pulse()
      if (pulse !== null) line.send(pulse)
    }
    if (!person.live) return
    for (let left = due(last, to, number, 1000 / PACE.cursors); left > 0; left--) {
      line.send(speech.presence(marks.next('cursor', number)))
    }
    for (let left = due(last, to, number, 1000 / PACE.edits); left > 0; left--) {
      line.send(updateFrame(author.move(marks.next('edit', number))))
    }
  }

  function tick(): void {
    const to = Math.floor(performance.now())
    lags.push(to - last)
    for (const person of people) act(person, to)
    const awake = Math.min(people.length, Math.ceil((people.length * Math.max(1, to - last)) / READ_EVERY))
    for (let at = 0; at < awake; at++) people[turn++ % people.length]?.line.wake()
    last = to
    if (running) setTimeout(tick, 1)
  }

  tick()
  return () => (running = false)
}

/** How many turns of somebody's own rhythm lie after `from` and not after `to`. */
function due(from: number, to: number, person: number, every: number): number {
  // Spread over the whole period, and another way for each rhythm.
  const offset = (person * 2_654_435_761) % every
  return Math.floor((to - offset) / every) - Math.floor((from - offset) / every)
}
