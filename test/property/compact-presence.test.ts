import { recordRoots } from '@momentous/shared/board/records'
import { penOrder, penWidths } from '@momentous/shared/domain/pen'
import { roles } from '@momentous/shared/domain/role'
import { ID_PATTERN, type SeatId } from '@momentous/shared/domain/id'
import {
  changedFields,
  readOwnPresence,
  readPresenceNews,
  writeOwnPresence,
  writePresenceNews,
  type PresenceNews,
} from '@momentous/shared/wire/compact-presence'
import { PRESENCE } from '@momentous/shared/wire/frames'
import { NOTHING, pulledParts, readPresence, type PresenceFields } from '@momentous/shared/wire/presence'
import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'

const coordinate = fc.integer({ min: -1_000_000, max: 1_000_000 })
const length = fc.integer({ min: 1, max: 10_000 })
const span = fc.integer({ min: 1, max: 1_000_000 })
const id = fc.stringMatching(/^[A-Za-z0-9_]{9,20}$/).filter((each) => ID_PATTERN.test(each))
const point = fc.tuple(
  coordinate,
  coordinate,
  fc.integer({ min: 0, max: 100 }).map((each) => each / 100),
)
const fields: fc.Arbitrary<PresenceFields> = fc.record({
  cursor: fc.option(fc.tuple(coordinate, coordinate)),
  selection: fc.array(id, { maxLength: 20 }),
  typing: fc.option(
    fc.record({ root: fc.constantFrom(...recordRoots), id, key: fc.stringMatching(/^[A-Za-z]{1,20}$/) }),
  ),
  drag: fc.array(fc.record({ id, place: fc.tuple(coordinate, coordinate, length, length) }), { maxLength: 20 }),
  stroke: fc.option(
    fc.record({
      pen: fc.constantFrom(...penOrder),
      width: fc.constantFrom(...penWidths),
      points: fc.array(point, { maxLength: 60 }).map((points) => points.flat()),
    }),
  ),
  view: fc.option(fc.tuple(coordinate, coordinate, span, span)),
  pull: fc.option(
    fc.record({
      id,
      part: fc.constantFrom(...pulledParts),
      at: fc.option(id),
      point: fc.tuple(coordinate, coordinate),
    }),
  ),
})
const number = fc.integer({ min: 1, max: 100_000 })
const person = fc.record({
  seat: id.map((each) => each as SeatId),
  name: fc.string({ maxLength: 40 }).filter((each) => each.isWellFormed()),
  role: fc.constantFrom(...roles),
})
const some = fields.chain((all) => fc.subarray(Object.entries(all)).map((kept) => Object.fromEntries(kept)))
const news: fc.Arbitrary<PresenceNews> = fc.record({
  own: fc.option(number),
  changes: fc.array(
    fc.oneof(
      fc.record({ number, gone: fc.constant<true>(true) }),
      fc.record({ number, gone: fc.constant<false>(false), person: fc.option(person), fields: some }),
    ),
    { maxLength: 10 },
  ),
})

/** The rest of a frame behind its number. */
function bodyOf(frame: Uint8Array): decoding.Decoder {
  const decoder = decoding.createDecoder(frame)
  expect(decoding.readVarUint(decoder)).toBe(PRESENCE)
  return decoder
}

/** fast-check prints the seed and the smallest case that fails. */
describe('presence in its compact form', () => {
  it('comes out as it went in, both ways', () => {
    fc.assert(
      fc.property(fields, (state) => {
        fc.pre(writeOwnPresence(state).length < 2048)
        expect(readOwnPresence(bodyOf(writeOwnPresence(state)))).toEqual(state)
      }),
    )
    fc.assert(
      fc.property(news, (told) => {
        expect(readPresenceNews(bodyOf(writePresenceNews(told)))).toEqual(told)
      }),
    )
  })

  it('says of a change exactly what makes the one state the other', () => {
    fc.assert(
      fc.property(fields, fields, (before, now) => {
        const changed = changedFields(before, now)
        expect({ ...before, ...changed }).toEqual(now)
        expect(changedFields(now, structuredClone(now))).toEqual({})
      }),
    )
  })

  it('of bytes that anybody may send yields a state of the known bounds or nothing, and never throws', () => {
    fc.assert(
      fc.property(
        fields,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        fc.nat(40),
        (state, flips, cut) => {
          const frame = writeOwnPresence(state)
          for (const [at, value] of flips) frame[1 + (at % (frame.length - 1))] = value
          const read = readOwnPresence(bodyOf(frame.subarray(0, Math.max(1, frame.length - cut))))
          if (read !== null) expect(readPresence(read)).toEqual(read)
        },
      ),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const read = readOwnPresence(decoding.createDecoder(bytes))
        if (read !== null) expect(readPresence(read)).toEqual(read)
        readPresenceNews(decoding.createDecoder(bytes))
      }),
      { numRuns: 1000 },
    )
  })

  it('is small: a pointer that moves takes ten bytes up and down', () => {
    const at = (cursor: [number, number]): PresenceFields => ({ ...NOTHING, cursor })
    expect(writeOwnPresence(at([4000, -3000])).length).toBeLessThanOrEqual(10)
    const moved = changedFields(at([4000, -3000]), at([4010, -3010]))
    const one = (count: number) =>
      writePresenceNews({
        own: null,
        changes: Array.from({ length: count }, (_, at) => ({
          number: 150 + at,
          gone: false,
          person: null,
          fields: moved,
        })),
      }).length
    expect(one(2) - one(1)).toBeLessThanOrEqual(10)
  })
})
