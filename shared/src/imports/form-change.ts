import * as v from 'valibot'
import { channelId, date, id, words } from '../board/schemas.ts'
import { ACTION_TEXT_MAX } from '../domain/action.ts'
import { ASSESSMENT_TEXT_MAX, evidences, rankingOrder, type Evidence } from '../domain/assessment.ts'
import { settingOrder } from '../domain/contact-type.ts'
import type { ActionId, MomentId, SeatId, StageId } from '../domain/id.ts'
import { MOMENT_TEXT_MAX } from '../domain/moment.ts'
import { behind } from '../commands/add-moment.ts'

/** So much of the line is put into another order at once. */
export const LINE_AT_ONCE = 2_000

/** So many new moments in a row are one change. */
export const ROWS_AT_ONCE = 100

const ranking = v.nullable(v.picklist(rankingOrder))
const evidence = v.nullable(v.picklist(Object.keys(evidences) as readonly Evidence[]))
const channel = v.nullable(channelId)
const setting = v.nullable(v.picklist(settingOrder))
const owner = v.nullable(v.object({ seat: v.nullable(id<SeatId>()), name: words(80) }))
const partOfLine = v.pipe(v.array(id<MomentId | StageId>()), v.minLength(1), v.maxLength(LINE_AT_ONCE))
const newMoment = v.object({ id: id<MomentId>(), text: words(MOMENT_TEXT_MAX) })

/**
 * One thing that a file changes on the board. Each says what it was (`from`), so that nothing is written over that
 * somebody has changed meanwhile, and so that the same change the other way round takes it back.
 */
export const formChange = v.variant('kind', [
  v.object({
    kind: v.literal('text'),
    root: v.picklist(['moments', 'assessments', 'actions']),
    id: id(),
    key: v.picklist(['text', 'description', 'issue', 'expectation', 'firstStep']),
    from: words(ASSESSMENT_TEXT_MAX),
    to: words(ASSESSMENT_TEXT_MAX),
  }),
  v.object({ kind: v.literal('ranking'), moment: id<MomentId>(), from: ranking, to: ranking }),
  v.object({ kind: v.literal('evidence'), moment: id<MomentId>(), from: evidence, to: evidence }),
  v.object({ kind: v.literal('channel'), moment: id<MomentId>(), from: channel, to: channel }),
  v.object({ kind: v.literal('setting'), moment: id<MomentId>(), from: setting, to: setting }),
  v.object({
    kind: v.literal('moments'),
    after: behind,
    moments: v.pipe(v.array(newMoment), v.minLength(1), v.maxLength(ROWS_AT_ONCE)),
  }),
  v.object({ kind: v.literal('action'), id: id<ActionId>(), moment: id<MomentId>(), text: words(ACTION_TEXT_MAX) }),
  v.object({
    kind: v.literal('bin'),
    root: v.picklist(['moments', 'actions']),
    id: id(),
    from: v.boolean(),
    to: v.boolean(),
    /** Only while it still says this: what was added and then written otherwise is somebody's work. */
    text: v.optional(words(ACTION_TEXT_MAX)),
    /** Only while all that is said of it is this (`saidOf`): who wrote on it since shall be asked once more. */
    said: v.optional(v.pipe(v.string(), v.maxLength(200))),
  }),
  v.object({
    kind: v.literal('due'),
    action: id<ActionId>(),
    from: v.nullable(date),
    to: v.nullable(date),
  }),
  v.object({ kind: v.literal('target'), action: id<ActionId>(), from: ranking, to: ranking }),
  v.object({
    kind: v.literal('owner'),
    action: id<ActionId>(),
    from: owner,
    to: owner,
  }),
  // A part of the line, stages' dividers and all, as it is and as it shall be: only `moved` change their spots in it.
  v.object({
    kind: v.literal('order'),
    moved: v.pipe(v.array(id<MomentId>()), v.minLength(1), v.maxLength(LINE_AT_ONCE)),
    from: partOfLine,
    to: partOfLine,
  }),
])
export type FormChange = v.InferOutput<typeof formChange>
export type ChangeOf<Kind extends FormChange['kind']> = Extract<FormChange, { readonly kind: Kind }>

/** What takes a change back. What was added goes to the bin: nothing disappears. */
export function takenBack(change: FormChange): readonly FormChange[] {
  switch (change.kind) {
    case 'moments':
      return change.moments.map(({ id: moment, text }) => ({
        kind: 'bin',
        root: 'moments',
        id: moment,
        from: false,
        to: true,
        text,
      }))
    case 'action':
      return [{ kind: 'bin', root: 'actions', id: change.id, from: false, to: true, text: change.text }]
    case 'bin': {
      const { kind, root, from, to } = change
      return [{ kind, root, id: change.id, from: to, to: from }]
    }
    default:
      return [{ ...change, from: change.to, to: change.from } as FormChange]
  }
}
