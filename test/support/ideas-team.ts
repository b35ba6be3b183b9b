import { idOfSecret } from '@momentous/shared/domain/secret'
import { writeFrame } from '@momentous/shared/wire/frames'
import type { WebSocket } from 'ws'
import type { InnerSeat, InnerServer } from './inner-server.ts'
import { awareness, question } from './raw-frames.ts'

/** What somebody did, as only the test knows. */
export interface Deed {
  readonly kind: 'said' | 'changed' | 'rang'
  readonly author: number
  readonly at: number
  /** The id of the idea or build; empty for a bell. */
  readonly id: string
  /** Its words from now on; empty when they were taken back. */
  readonly text: string
}

export interface TeamHost {
  readonly server: InnerServer
  readonly seats: readonly InnerSeat[]
  readonly next: () => number
  readonly moments: readonly string[]
  /** Ideas that anybody can see. */
  readonly out: () => readonly string[]
}

/** Somebody who writes ideas, and whose every other habit goes along with it: the hardest case for whoever must not tell. */
export function member({ server, seats, next, moments, out }: TeamHost, author: number, deeds: Deed[]) {
  const { clock } = server
  const seat = seats[author]
  if (seat === undefined) throw new Error('There is no such seat.')
  const own: { secret: string; id: string }[] = []
  let socket: WebSocket | null = null
  let client = 0
  let presence = 0
  let ready = false
  /** Counts the spans; what was begun in an earlier one ends there. */
  let span = 0
  let working = false
  let count = 0
  const between = (from: number, to: number) => from + next() * (to - from)
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(next() * values.length)]
  const later = (seconds: number, work: () => void) => void clock.after(seconds * 1000, work)
  const send = (bytes: Uint8Array) => {
    if (socket?.readyState === 1) socket.send(bytes)
    else socket?.once('open', () => socket?.send(bytes))
  }
  const ask = (name: string, args: object) =>
    send(writeFrame('command', { id: `of-${author}-${++count}-xxxxxxxx`, name, args }))

  function come(): void {
    if (socket !== null) return
    socket = server.connect(seat?.token ?? '', () => undefined)
    client = 1 + Math.floor(next() * 0xffff_ffff)
    send(question())
    act()
  }

  function go(): void {
    socket?.close()
    socket = null
  }

  /** What a hand does while it types; nothing of it may get anywhere. */
  function act(): void {
    send(awareness(client, ++presence, { cursor: [between(0, 900), between(0, 900)], view: [0, 0, 900, 600] }))
  }

  function tick(to: boolean): void {
    if (ready !== to) ask('be-ready', { ready: (ready = to) })
  }

  function say(): void {
    const turn = next()
    const mine = pick(own.slice(-6))
    const at = clock.now()
    if (turn < 0.12) {
      deeds.push({ kind: 'rang', author, at, id: '', text: '' })
      return ask('ring-bell', {})
    }
    if (turn < 0.2) return ask('raise-concern', { id: hex(next), moment: moments[0], idea: null, text: hex(next) })
    if (turn < 0.4 && mine !== undefined && out().includes(mine.id)) {
      const text = next() < 0.3 ? '' : hex(next)
      deeds.push({ kind: 'changed', author, at, id: mine.id, text })
      const { secret } = mine
      if (text !== '') return ask('edit-idea', { secret, text })
      own.splice(own.indexOf(mine), 1)
      return ask('withdraw-idea', { secret })
    }
    const secret = hex(next)
    const id = idOfSecret<string>(secret)
    const text = hex(next)
    const idea = next() < 0.25 ? pick(out()) : undefined
    own.push({ secret, id })
    deeds.push({ kind: 'said', author, at, id, text })
    return idea === undefined
      ? ask('raise-idea', { id, moment: pick(moments), text })
      : ask('build-on-idea', { id, idea, text })
  }

  function think(mine: number): void {
    const over = () => !working || mine !== span
    later(between(5, 40), () => {
      if (over()) return
      come()
      if (next() < 0.7) tick(false)
      for (let at = 0; at < 2; at++) later(next() * 4, act)
      later(between(3, 5), () => {
        if (over()) return
        say()
        if (next() < 0.3) later(between(0.3, 4), () => tick(true))
        if (next() < 0.2) later(between(0.3, 4), go)
        const workplace = pick(['front-line', 'office', 'manager'])
        if (next() < 0.3) later(between(0.3, 4), () => ask('rename-self', { workplace }))
        think(mine)
      })
    })
  }

  return {
    come,
    begin() {
      working = true
      ready = false
      think(++span)
    },
    rest() {
      working = false
    },
  }
}

function hex(next: () => number): string {
  return Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('')
}
