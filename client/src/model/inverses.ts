import type { ArgsOf, DirectName } from '@momentous/shared/commands/commands'
import type { TextRoot } from '@momentous/shared/commands/edit-text'
import type { MomentId, ShapeId, StageId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import { fieldsBack, valueBack, type Facts, type Inverse } from './giving-back.ts'
import { orderBack, placing, stageInverses } from './line-inverses.ts'
import { pieceInverses } from './piece-inverses.ts'
import { edited, rebased, reversed } from './text-rebase.ts'

/** A verb's inverse, asked for just before the verb is done. */
type Inverses = { readonly [Name in DirectName]: (before: Facts, args: ArgsOf<Name>) => Inverse }

/** Words that nobody sees are not taken back. */
function isInBin({ view }: Facts, root: TextRoot, id: string): boolean {
  if (root === 'moments') return view.moment(id as MomentId)?.removed === true
  if (root === 'stages') return view.stage(id as StageId)?.removed === true
  return root === 'shapes' && view.shape(id as ShapeId)?.removed === true
}

function textBack(before: Facts, { root, id, key, ...edit }: ArgsOf<'edit-text'>): Inverse {
  const was = before.text(root, id, key) ?? ''
  const is = edited(was, edit)
  return (now) => {
    const text = now.text(root, id, key)
    if (text === undefined || isInBin(now, root, id)) return []
    const back = rebased(reversed(was, edit), is, text)
    return back.remove === 0 && back.insert === '' ? [] : [{ name: 'edit-text', args: { root, id, key, ...back } }]
  }
}

/**
 * The registry: every direct verb knows how it is taken back, by another direct verb. So a step of undo passes the same
 * check as everything else, survives a fresh document, and deletes nothing but ink: what was added goes to the bin (M5).
 */
export const inverses: Inverses = {
  'add-moment':
    (_before, { id }) =>
    ({ view }) =>
      view.moment(id)?.removed === false ? [{ name: 'remove-moments', args: { ids: [id], removed: true } }] : [],
  'add-moments': (_before, { moments }) => {
    return ({ view }) => {
      const ids = moments.map(({ id }) => id).filter((id) => view.moment(id)?.removed === false)
      return ids.length > 0 ? [{ name: 'remove-moments', args: { ids, removed: true } }] : []
    }
  },
  'edit-text': textBack,
  'reorder-moments': orderBack,
  'place-moments': (before, { places }) =>
    valueBack<Place | null>(before, {
      ids: places.map(({ id }) => id),
      pick: ({ place }) => place,
      given: (_moment, id) => places.find((each) => each.id === id)?.place ?? null,
      write: (ids, place) => placing(ids.map((id) => ({ id, place }))),
    }),
  'set-paper': (before, { ids, paper }) =>
    valueBack(before, {
      ids,
      pick: (moment) => moment.paper,
      given: () => paper,
      write: (all, was) => ({ name: 'set-paper', args: { ids: all, paper: was } }),
    }),
  'lock-moments': (before, { ids, locked }) =>
    valueBack(before, {
      ids,
      pick: (moment) => moment.locked,
      given: () => locked,
      write: (all, was) => ({ name: 'lock-moments', args: { ids: all, locked: was } }),
    }),
  'set-contact-type': (before, { ids, channel, setting }) =>
    valueBack(before, {
      ids,
      pick: (moment) => ({ channel: moment.channel, setting: moment.setting }),
      given: (moment) => ({
        channel,
        setting: channel === null ? null : setting === undefined ? moment.setting : setting,
      }),
      write: (all, was) => ({ name: 'set-contact-type', args: { ids: all, ...was } }),
    }),
  'set-kind': (before, { id, kind, serves }) =>
    valueBack(before, {
      ids: [id],
      pick: (moment) => ({ kind: moment.kind, serves: moment.serves }),
      given: (moment) => ({
        kind,
        serves: kind !== 'invisible' ? null : serves === undefined ? moment.serves : serves,
      }),
      write: (_ids, was) => ({ name: 'set-kind', args: { id, ...was } }),
    }),
  'set-seconds': (before, { id, seconds }) =>
    valueBack(before, {
      ids: [id],
      pick: (moment) => moment.seconds,
      given: () => seconds,
      write: (_ids, was) => ({ name: 'set-seconds', args: { id, seconds: was } }),
    }),
  'remove-moments': (before, { ids, removed }) =>
    valueBack(before, {
      ids,
      pick: (moment) => moment.removed,
      given: () => removed,
      write: (all, was) => ({ name: 'remove-moments', args: { ids: all, removed: was } }),
    }),
  'stack-moments': (before, { ids, on }) =>
    valueBack(before, {
      ids,
      pick: (moment) => moment.stackedOn,
      given: () => on,
      write: (all, was) => ({ name: 'stack-moments', args: { ids: all, on: was } }),
    }),
  ...pieceInverses,
  ...stageInverses,
  'set-evidence': (before, { moment, evidence }) =>
    fieldsBack(before, {
      read: ({ view }) => view.assessment(moment),
      given: { evidence },
      write: (was) => ({ name: 'set-evidence', args: { moment, evidence: was.evidence ?? null } }),
    }),
  'add-action':
    (_before, { id }) =>
    ({ view }) =>
      view.action(id)?.removed === false ? [{ name: 'remove-action', args: { id, removed: true } }] : [],
  'set-action': (before, { id, due, target, ideas }) =>
    fieldsBack(before, {
      read: ({ view }) => view.action(id),
      given: { due, target, ideas },
      write: (was) => ({
        name: 'set-action',
        args: { id, due: was.due, target: was.target, ideas: was.ideas?.slice() },
      }),
    }),
  'remove-action': (before, { id, removed }) =>
    fieldsBack(before, {
      read: ({ view }) => view.action(id),
      given: { removed },
      write: () => ({ name: 'remove-action', args: { id, removed: !removed } }),
    }),
  'add-rung':
    (_before, { id }) =>
    ({ view }) =>
      view.rung(id)?.removed === false ? [{ name: 'set-rung', args: { id, removed: true } }] : [],
  'set-rung': (before, { id, done, removed }) =>
    fieldsBack(before, {
      read: ({ view }) => view.rung(id),
      given: { done, removed },
      write: (was) => ({ name: 'set-rung', args: { id, done: was.done, removed: was.removed } }),
    }),
}
