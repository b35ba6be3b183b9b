import * as v from 'valibot'
import { ACTION_TEXT_MAX } from '../domain/action.ts'
import { ASSESSMENT_TEXT_MAX, evidences, rankingOrder, type Evidence } from '../domain/assessment.ts'
import { settingOrder } from '../domain/contact-type.ts'
import type { GroupId, IdeaId, MomentId, SeatId } from '../domain/id.ts'
import { IDEA_TEXT_MAX } from '../domain/idea.ts'
import { kinds, MOMENT_TEXT_MAX, papers, type Place } from '../domain/moment.ts'
import { penOrder, penWidths } from '../domain/pen.ts'
import { SHAPE_WORDS_MAX, shapeKindOrder, textSizes, tints, type End } from '../domain/shape.ts'
import { STAGE_TITLE_MAX } from '../domain/stage.ts'
import type { Offset } from '../domain/stroke.ts'
import { fixed, governed, packed, text, value, type Fields } from './fields.ts'
import { packPoints } from './packed-points.ts'
import { points } from './points.ts'
import { channelId, count, date, end, id, imageFile, offset, orderKey, placed, slot, words } from './schemas.ts'

const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
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
const nowhere: End = { point: [0, 0] }
/** What any piece may hold. */
const arranged = { group: value(maybe(id<GroupId>()), null), z: value(maybe(orderKey), null) }

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
    ...arranged,
  },
  ink: {
    pen: value(v.picklist(penOrder), 'ink'),
    width: value(v.picklist(penWidths), 4),
    points: packed(points, [0, 0, 0.5], packPoints),
    moved: value<Offset>(offset, [0, 0]),
    ...arranged,
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
  shapes: {
    kind: fixed(v.picklist(shapeKindOrder), 'text'),
    words: text(SHAPE_WORDS_MAX),
    place: value<Place>(placed, [0, 0, 240, 160]),
    from: value(end, nowhere),
    to: value(end, nowhere),
    tint: value(v.picklist(tints), 'ink'),
    size: value(v.picklist(textSizes), 'm'),
    image: fixed(imageFile, { hash: '0'.repeat(64), w: 1, h: 1 }),
    locked: value(v.boolean(), false),
    removed: value(v.boolean(), false),
    ...arranged,
  },
  stages: {
    title: text(STAGE_TITLE_MAX),
    order: value(orderKey, 'a0'),
    removed: value(v.boolean(), false),
  },
} as const satisfies Record<string, Fields>

export type RecordRoot = keyof typeof records
/** Whose ids no other piece may have. */
export const pieceRoots = ['moments', 'shapes', 'ink'] as const satisfies readonly RecordRoot[]
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
  shapes: 5_000,
  stages: 50,
}
