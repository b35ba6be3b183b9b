import { readPresenceNews, type PresenceNews } from '@momentous/shared/wire/compact-presence'
import { NOTHING, type PresenceFields } from '@momentous/shared/wire/presence'
import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import { presenceCourier, type Here } from '../../server/src/rooms/presence/presence-courier.ts'
import { handTick, stuckLine } from '../support/stuck-line.ts'

/** A room of so many people, its clock and its tick in the hands of the test. */
function room(size: number) {
  const { tick, now: flush } = handTick()
  const lines = Array.from({ length: size }, () => stuckLine(tick))
  const peers = new Set(lines.map(({ peer }) => peer))
  for (const peer of peers) peer.greeted = true
  const here = lines.map(({ peer }, at): Here => ({ peer, number: at + 1, client: at + 1, fields: NOTHING }))
  const clock = { time: 0, due: [] as { at: number; work: () => void }[] }
  const courier = presenceCourier({
    peers,
    everybody: () => here,
    numberOf: (peer) => here.find((each) => each.peer === peer)?.number ?? 0,
    now: () => clock.time,
    after(milliseconds, work) {
      const one = { at: clock.time + milliseconds, work }
      clock.due.push(one)
      return () => void (clock.due = clock.due.filter((each) => each !== one))
    },
  })
  function pass(milliseconds: number) {
    clock.time += milliseconds
    const [late, due] = [clock.due.filter(({ at }) => at > clock.time), clock.due.filter(({ at }) => at <= clock.time)]
    clock.due = late
    for (const { work } of due) work()
    flush()
  }
  function move(at: number, x: number) {
    const fields: PresenceFields = { ...NOTHING, cursor: [x, 0] }
    here[at] = { ...(here[at] as Here), fields }
    courier.changed(here[at])
  }
  return { lines, courier, move, pass, clock }
}

function heard({ writes }: ReturnType<typeof stuckLine>): readonly PresenceNews[] {
  return writes.splice(0).map((message) => {
    const decoder = decoding.createDecoder(message.subarray(message.readUInt8(1) === 126 ? 4 : 2))
    decoding.readVarUint(decoder)
    return readPresenceNews(decoder) ?? { own: -1, changes: [] }
  })
}

const places = (news: readonly PresenceNews[]) =>
  news.flatMap(({ changes }) => changes.map((each) => [each.number, each.gone ? null : (each.fields.cursor?.[0] ?? 0)]))

describe('what people do', () => {
  test('is told at once and then ten times a second, the last of each person winning, as one buffer for all', () => {
    const { lines, move, pass } = room(20)
    move(0, 1)
    pass(0)
    expect(places(heard(lines[5] ?? stuckLine(handTick().tick)))).toEqual([[1, 1]])
    for (const x of [2, 3, 4]) move(0, x)
    move(1, 9)
    pass(60)
    const [one, other] = [lines[5], lines[6]]
    expect(one?.writes).toEqual([])
    pass(60)
    expect(one?.writes.at(-1)).toBe(other?.writes.at(-1))
    expect(one === undefined ? [] : places(heard(one))).toEqual([
      [1, 4],
      [2, 9],
    ])
  })

  test('comes along with something else once half the pause is over, and isn’t told twice', () => {
    const { lines, courier, move, pass } = room(20)
    const [line] = lines
    if (line === undefined) throw new Error('Nobody is here.')
    move(1, 1)
    pass(0)
    heard(line)
    move(1, 2)
    pass(20)
    courier.comeAlong()
    pass(0)
    expect(line.writes).toEqual([])
    pass(40)
    courier.comeAlong()
    pass(0)
    expect(places(heard(line))).toEqual([[2, 2]])
    pass(500)
    expect(line.writes).toEqual([])
  })

  test('isn’t kept for a slow reader, who is told everything anew once it has caught up', () => {
    const { lines, move, pass } = room(3)
    const [slow, quick] = lines
    if (slow === undefined || quick === undefined) throw new Error('Nobody is here.')
    move(1, 1)
    pass(0)
    heard(slow)
    slow.line.writableLength = 300 * 1024
    move(1, 2)
    move(2, 7)
    pass(200)
    expect(slow.writes).toEqual([])
    slow.line.writableLength = 0
    move(1, 3)
    pass(200)
    const [whole] = heard(slow)
    expect(whole?.own).toBe(1)
    expect(places(whole === undefined ? [] : [whole])).toEqual([
      [1, 0],
      [2, 3],
      [3, 7],
    ])
    move(1, 4)
    pass(200)
    expect(heard(slow)).toMatchObject([{ own: null, changes: [{ number: 2 }] }])
  })

  test('is told more seldom in a crowd', () => {
    const { lines, move, pass } = room(240)
    const [line] = lines
    for (let at = 0; at < 100; at++) {
      move(at % 240, at)
      pass(10)
    }
    expect(line?.writes.length).toBeLessThanOrEqual(6)
  })
})
