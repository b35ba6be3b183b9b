import * as v from 'valibot'
import { ACTION_TEXT_MAX } from '../domain/action.ts'
import { ASSESSMENT_TEXT_MAX, evidences, rankingOrder, type Evidence } from '../domain/assessment.ts'
import { settingOrder } from '../domain/contact-type.ts'
import type { IdeaId, MomentId, SeatId } from '../domain/id.ts'
import { IDEA_TEXT_MAX } from '../domain/idea.ts'
import { kinds, MOMENT_TEXT_MAX, papers } from '../domain/moment.ts'
import { penOrder, penWidths } from '../domain/pen.ts'
import { STROKE_POINTS_MAX } from '../domain/stroke.ts'
import { governed, text, value, type Fields } from './fields.ts'
import { channelId, coordinate, count, date, id, length, orderKey, slot, words } from './schemas.ts'

const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const placed = v.tuple([coordinate, coordinate, length, length])
const spread = v.object({ magical: count, neutral: count, miserable: count })
const verdict = v.variant('state', [
  v.object({ state: v.literal('table') }),
  v.object({ state: v.literal('merit') }),
  v.object({ state: v.literal('parked'), reason: words(300) }),
])
const grading = v.variant('state', [
  v.object({ state: v.literal('open'), round: count }),
  v.object({ state: v.literal('revealed'), round: count, spread }),
])
const owner = v.object({ seat: maybe(id<SeatId>()), name: words(80) })
const points = v.pipe(v.array(coordinate), v.minLength(3), v.maxLength(STROKE_POINTS_MAX * 3))

/**
 * Every record kind: which keys it may hold and what each may be. The reader, the admission and the commands all ask
 * this one registry. Root names are the unit of authority, so a root holds what the same people may write.
 */
export const records = {
  moments: {
    text: text(MOMENT_TEXT_MAX),
    order: value(orderKey, 'a0'),
    place: value(maybe(placed), null),
    paper: value(v.picklist(papers), 'butter'),
    channel: value(maybe(channelId), null),
    setting: value(maybe(v.picklist(settingOrder)), null),
    kind: value(v.picklist(kinds), 'basic'),
    seconds: value(maybe(v.pipe(v.number(), v.minValue(0), v.maxValue(31_536_000))), null),
    serves: value(maybe(id<MomentId>()), null),
    prompt: value(maybe(words(80)), null),
    stackedOn: value(maybe(id<MomentId>()), null),
    locked: value(v.boolean(), false),
    removed: value(v.boolean(), false),
  },
  ink: {
    pen: value(v.picklist(penOrder), 'ink'),
    width: value(v.picklist(penWidths), 4),
    points: value(points, [0, 0, 0.5]),
  },
  assessments: {
    expectation: text(ASSESSMENT_TEXT_MAX),
    evidence: value(maybe(v.picklist(Object.keys(evidences) as readonly Evidence[])), null),
    description: text(ASSESSMENT_TEXT_MAX),
    issue: text(ASSESSMENT_TEXT_MAX),
  },
  grades: {
    grading: governed(maybe(grading), null),
    settled: governed(maybe(v.picklist(rankingOrder)), null),
  },
  ideas: {
    moment: governed(id<MomentId>(), 'unknown-moment' as MomentId),
    text: governed(words(IDEA_TEXT_MAX), ''),
    by: governed(maybe(words(80)), null),
    slot: governed(slot, '0'),
    verdict: governed(verdict, { state: 'table' }),
    withdrawn: governed(v.boolean(), false),
  },
  builds: {
    idea: governed(id<IdeaId>(), 'unknown-idea' as IdeaId),
    text: governed(words(IDEA_TEXT_MAX), ''),
    by: governed(maybe(words(80)), null),
    slot: governed(slot, '0'),
    withdrawn: governed(v.boolean(), false),
  },
  concerns: {
    moment: governed(id<MomentId>(), 'unknown-moment' as MomentId),
    idea: governed(maybe(id<IdeaId>()), null),
    text: governed(words(IDEA_TEXT_MAX), ''),
    slot: governed(slot, '0'),
  },
  actions: {
    moment: value(id<MomentId>(), 'unknown-moment' as MomentId),
    text: text(ACTION_TEXT_MAX),
    firstStep: text(ACTION_TEXT_MAX),
    due: value(maybe(date), null),
    target: value(maybe(v.picklist(rankingOrder)), null),
    ideas: value(v.pipe(v.array(id<IdeaId>()), v.maxLength(50)), []),
    order: value(orderKey, 'a0'),
    removed: value(v.boolean(), false),
    owner: governed(maybe(owner), null),
    agreed: governed(v.array(id<SeatId>()), []),
  },
  rungs: {
    moment: value(id<MomentId>(), 'unknown-moment' as MomentId),
    text: text(200),
    order: value(orderKey, 'a0'),
    done: value(v.boolean(), false),
    removed: value(v.boolean(), false),
  },
} as const satisfies Record<string, Fields>

export type RecordRoot = keyof typeof records
export const recordRoots = Object.keys(records) as readonly RecordRoot[]

/** How many records of a kind a board may hold (removed ones count: nothing disappears). */
export const recordLimits: Readonly<Record<RecordRoot, number>> = {
  moments: 20_000,
  ink: 20_000,
  assessments: 20_000,
  grades: 20_000,
  ideas: 5_000,
  builds: 20_000,
  concerns: 5_000,
  actions: 5_000,
  rungs: 5_000,
}
