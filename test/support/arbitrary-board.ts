import { evidences, rankingOrder, type Evidence } from '@momentous/shared/domain/assessment'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { channelOrder, settingOrder, type ChannelId } from '@momentous/shared/domain/contact-type'
import type {
  ActionId,
  BuildId,
  ConcernId,
  GroupId,
  IdeaId,
  MomentId,
  RungId,
  SeatId,
  ShapeId,
  StageId,
  StrokeId,
} from '@momentous/shared/domain/id'
import type { Verdict } from '@momentous/shared/domain/idea'
import { kinds, papers, type Moment, type Place } from '@momentous/shared/domain/moment'
import { penOrder, penWidths } from '@momentous/shared/domain/pen'
import { phaseOrder } from '@momentous/shared/domain/phase'
import type { Session, Vote } from '@momentous/shared/domain/session'
import { textSizes, tints, type End, type Shape } from '@momentous/shared/domain/shape'
import fc from 'fast-check'

const idUnit = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz23456789'.split(''))
const idOf = <Id extends string>() =>
  fc.string({ unit: idUnit, minLength: 12, maxLength: 12 }) as fc.Arbitrary<unknown> as fc.Arbitrary<Id>
/** Few keys, so that ties happen. */
const orderKey = fc.constantFrom('a0', 'a1', 'a1V', 'a2', 'aZ', 'b00', 'Zz')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const short = (text: fc.Arbitrary<string>, max: number) => text.map((words) => words.slice(0, max).toWellFormed())
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const date = day.map((each) => each.toISOString().slice(0, 10))
const coordinate = fc.double({ min: -9e5, max: 9e5, noNaN: true }).map((x) => x + 0)
const place = fc.tuple(
  coordinate,
  coordinate,
  fc.nat(400).map((n) => n + 1),
  fc.nat(400).map((n) => n + 1),
) as fc.Arbitrary<Place>
const offset = fc.tuple(coordinate, coordinate)
const arranged = { group: maybe(idOf<GroupId>()), z: maybe(orderKey) }
const channel: fc.Arbitrary<ChannelId> = fc.constantFrom(...channelOrder, 'own-fax')

export function arbitraryMoments(text: fc.Arbitrary<string>): fc.Arbitrary<readonly Moment[]> {
  const alone = fc.record({
    id: idOf<MomentId>(),
    text: short(text, 400),
    order: orderKey,
    place: maybe(place),
    paper: fc.constantFrom(...papers),
    channel: maybe(channel),
    setting: maybe(fc.constantFrom(...settingOrder)),
    kind: fc.constantFrom(...kinds, 'basic'),
    seconds: maybe(fc.nat(3600)),
    prompt: fc.option(short(text, 80), { nil: null, freq: 3 }),
    locked: fc.boolean(),
    removed: fc.boolean(),
    ...arranged,
  })
  const linked = fc.tuple(alone, fc.nat(), fc.nat(9))
  return fc.uniqueArray(linked, { maxLength: 14, selector: ([{ id }]) => id }).map((all) =>
    all.map(([moment, other, link]) => {
      const target = all[other % all.length]?.[0].id ?? null
      const another = target === moment.id ? null : target
      return { ...moment, serves: link === 0 ? another : null, stackedOn: link === 1 ? another : null }
    }),
  )
}

const verdict: fc.Arbitrary<Verdict> = fc.constantFrom<Verdict>(
  { state: 'table' },
  { state: 'merit' },
  { state: 'parked', reason: 'next year' },
)

function arbitrarySession(text: fc.Arbitrary<string>, ids: readonly MomentId[]): fc.Arbitrary<Session> {
  const some = fc.subarray([...ids], { maxLength: Math.min(5, ids.length) })
  const totals = fc.array(fc.nat(12), { minLength: ids.length, maxLength: ids.length })
  const closed: fc.Arbitrary<Vote> = totals.map((counts) => ({
    state: 'closed',
    round: 1,
    totals: Object.fromEntries(ids.map((id, index) => [id, counts[index] ?? 0])),
    ballots: 5,
  }))
  return fc.record({
    version: fc.constant(1),
    title: short(text, 120),
    why: short(text, 1000),
    customer: short(text, 40),
    firm: short(text, 80),
    logo: fc.constantFrom(null, 'c0ffee'.repeat(11).slice(0, 64)),
    phase: fc.constantFrom(...phaseOrder),
    phaseNumber: fc.nat(20),
    dots: fc.integer({ min: 1, max: 5 }),
    stacking: fc.boolean(),
    room: fc.nat(9),
    vote: fc.oneof(closed, fc.constantFrom<Vote>({ state: 'none' }, { state: 'open', round: 2 })),
    shortlist: maybe(fc.record({ moments: some, reason: short(text, 500) })),
    focus: maybe(fc.constantFrom(...ids, 'nobody-knows-it' as MomentId)),
    anonymous: fc.boolean(),
    goal: fc.nat(50),
    timer: fc.constantFrom<Session['timer']>(
      null,
      { state: 'running', endsAt: 1_795_300_000_000 },
      { state: 'paused', left: 9 },
    ),
    closing: fc.constantFrom<Session['closing']>(null, { step: 'move-phase', to: 'assess', at: 1_795_300_000_000 }),
    channels: fc.constantFrom<Session['channels']>([], [{ id: 'own-fax', label: 'Fax', letter: 'X' }]),
    kept: fc.array(fc.record({ id: idOf<string>(), text: short(text, 400) }), { maxLength: 2 }),
    nextSession: maybe(
      fc.record({
        date,
        time: fc.constantFrom('09:00', '16:45'),
        minutes: fc.nat(240),
        zone: maybe(fc.constantFrom('Europe/Berlin', 'UTC')),
      }),
    ),
    finished: maybe(fc.constant(1_795_300_000_000)),
  })
}

function arbitraryShape(words: fc.Arbitrary<string>, moment: fc.Arbitrary<MomentId>): fc.Arbitrary<Shape> {
  const common = {
    id: idOf<ShapeId>(),
    words,
    tint: fc.constantFrom(...tints),
    locked: fc.boolean(),
    removed: fc.boolean(),
    ...arranged,
  }
  const end: fc.Arbitrary<End> = fc.oneof(fc.record({ at: moment }), fc.record({ point: offset }))
  const side = fc.integer({ min: 1, max: 10_000 })
  const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
  return fc.oneof(
    fc.record({ kind: fc.constant('text' as const), ...common, place, size: fc.constantFrom(...textSizes) }),
    fc.record({ kind: fc.constant('area' as const), ...common, place }),
    fc.record({ kind: fc.constant('connector' as const), ...common, from: end, to: end }),
    fc.record({ kind: fc.constant('image' as const), ...common, place, image: fc.record({ hash, w: side, h: side }) }),
  )
}

/** Whole boards as the document may hold them: well-formed texts, everything else within its shape, references at random. */
export function arbitraryBoard(text: fc.Arbitrary<string>): fc.Arbitrary<BoardSnapshot> {
  return arbitraryMoments(text).chain((moments) => {
    const ids = moments.map(({ id }) => id)
    const moment = fc.constantFrom(...ids, 'nobody-knows-it' as MomentId)
    const ranking = fc.constantFrom(...rankingOrder)
    const evidence = maybe(fc.constantFrom(...(Object.keys(evidences) as Evidence[])))
    const long = short(text, 2000)
    const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 5 })
    const ofEach = <T>(one: (id: MomentId) => fc.Arbitrary<T>) => fc.tuple(...ids.map(one))
    const said = { text: short(text, 500), slot: orderKey }
    const signed = { ...said, by: maybe(fc.constantFrom('Ruth', 'Tom')), withdrawn: fc.boolean() }
    const owner = fc.record({ seat: maybe(idOf<SeatId>()), name: short(text, 80) })
    const spread = fc.record({ magical: fc.nat(9), neutral: fc.nat(9), miserable: fc.nat(9) })
    const grading = fc.record({ state: fc.constant('revealed' as const), round: fc.nat(3), spread })
    const points = fc.array(coordinate, { minLength: 3, maxLength: 9 })
    return fc.record({
      session: arbitrarySession(text, ids),
      moments: fc.constant(moments),
      ink: several(
        fc.record({
          id: idOf<StrokeId>(),
          pen: fc.constantFrom(...penOrder),
          width: fc.constantFrom(...penWidths),
          points,
          moved: offset,
          ...arranged,
        }),
      ),
      assessments: ofEach((id) =>
        fc.record({ moment: fc.constant(id), expectation: long, evidence, description: long, issue: long }),
      ),
      grades: ofEach((id) => fc.record({ moment: fc.constant(id), grading: maybe(grading), settled: maybe(ranking) })),
      ideas: several(fc.record({ ...signed, id: idOf<IdeaId>(), moment, verdict })),
      builds: several(fc.record({ ...signed, id: idOf<BuildId>(), idea: idOf<IdeaId>() })),
      concerns: several(fc.record({ ...said, id: idOf<ConcernId>(), moment, idea: maybe(idOf<IdeaId>()) })),
      actions: several(
        fc.record({
          id: idOf<ActionId>(),
          moment,
          text: short(text, 1000),
          firstStep: short(text, 1000),
          due: maybe(date),
          target: maybe(ranking),
          ideas: several(idOf<IdeaId>()),
          owner: maybe(owner),
          agreed: several(idOf<SeatId>()),
          order: orderKey,
          removed: fc.boolean(),
        }),
      ),
      rungs: several(
        fc.record({
          id: idOf<RungId>(),
          moment,
          text: short(text, 200),
          order: orderKey,
          done: fc.boolean(),
          removed: fc.boolean(),
        }),
      ),
      shapes: several(arbitraryShape(short(text, 400), moment)),
      stages: several(
        fc.record({ id: idOf<StageId>(), title: short(text, 80), order: orderKey, removed: fc.boolean() }),
      ),
    })
  })
}
