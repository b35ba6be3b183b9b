import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { Ruling } from '@momentous/shared/rules/ruling'
import { webLinks } from '../model/web-links.ts'
import { arrangeWords } from '../words/arranging.ts'
import { noteMenuWords } from '../words/canvas.ts'
import { unstackCount } from '../words/stacks.ts'
import { webLinkWords } from '../words/web-links.ts'
import type { Bench, NotePage } from './bench.ts'
import { chosenMoments } from './chosen-moments.ts'
import { duplicatePieces } from './duplicate-pieces.ts'
import { editNote } from './edit-note.ts'
import { openAddress } from './open-address.ts'

export type NoteVerbName =
  | 'edit'
  | 'link'
  | 'look'
  | 'kind'
  | 'serves'
  | 'seconds'
  | 'lock'
  | 'stack'
  | 'unstack'
  | 'duplicate'
  | 'tidy'
  | 'arrange'
  | 'remove'

/** One entry of the note's menu. */
export interface NoteVerb {
  readonly name: NoteVerbName
  readonly label: string
  /** Why it does nothing now, in a sentence. */
  readonly refusal: string | null
  /** Where its choices are; null when it acts at once. */
  readonly page: NotePage | null
  act(): void
}

/** Everything that can be done with the selected notes; what may not be done now says why. */
export function noteVerbs(bench: Bench, chosen = chosenMoments(bench)): readonly NoteVerb[] {
  if (chosen.length === 0) return []
  return [...writing(chosen, bench), ...arranging(chosen, bench), remove(chosen, bench)]
}

/** Why the verb does nothing now. */
export function refusalOf(name: NoteVerbName, verbs: readonly NoteVerb[]): string | null {
  return verbs.find((verb) => verb.name === name)?.refusal ?? null
}

type Rest = Partial<Pick<NoteVerb, 'page' | 'act'>>

function verb(name: NoteVerbName, label: string, refusal: string | null, rest: Rest): NoteVerb {
  return { name, label, refusal, page: null, act: () => undefined, ...rest }
}

const reasonOf = (ruling: Ruling): string | null => (ruling.allowed ? null : ruling.reason)
const idsOf = (moments: readonly Moment[]): MomentId[] => moments.map(({ id }) => id)
const unlocked = (moments: readonly Moment[]): readonly Moment[] => moments.filter(({ locked }) => !locked)

function writing(chosen: readonly Moment[], bench: Bench): readonly NoteVerb[] {
  const { wall } = bench
  const [moment] = chosen
  if (!moment) return []
  const { id } = moment
  const alone = chosen.length === 1 ? null : noteMenuWords.oneAtATime
  const untouched = { root: 'moments', id, key: 'text', index: 0, remove: 0, insert: '' } as const
  const locked = moment.locked ? noteMenuWords.locked : null
  const mayDescribe = reasonOf(wall.check('set-seconds', { id, seconds: null }))
  const mayKind = reasonOf(wall.check('set-kind', { id, kind: 'basic' }))
  const serves = verb('serves', noteMenuWords.serves, alone ?? mayKind, { page: 'serves' })
  return [
    verb('edit', noteMenuWords.edit, alone ?? reasonOf(wall.check('edit-text', untouched)) ?? locked, {
      act: () => void editNote(id, bench),
    }),
    ...link(moment, alone),
    verb('look', noteMenuWords.look, lookRefusal(chosen, bench), { page: 'look' }),
    verb('kind', noteMenuWords.kind, alone ?? mayKind, { page: 'kind' }),
    ...(moment.kind === 'invisible' ? [serves] : []),
    verb('seconds', noteMenuWords.seconds, alone ?? mayDescribe, { page: 'seconds' }),
  ]
}

/** Where its words have an address. */
function link({ text }: Moment, alone: string | null): readonly NoteVerb[] {
  const [address] = webLinks(text)
  if (address === undefined) return []
  return [verb('link', webLinkWords.open, alone, { act: () => openAddress(address) })]
}

/** Contact type and paper stand on one page: it opens while one of the two may be changed. */
function lookRefusal(chosen: readonly Moment[], { wall }: Bench): string | null {
  const type = wall.check('set-contact-type', { ids: idsOf(chosen), channel: null })
  const paper = wall.check('set-paper', { ids: idsOf(chosen), paper: 'plain' })
  return paper.allowed ? null : reasonOf(type)
}

function arranging(chosen: readonly Moment[], bench: Bench): readonly NoteVerb[] {
  const { wall } = bench
  const ids = idsOf(chosen)
  const locks = chosen.some(({ locked }) => !locked)
  const placed = unlocked(chosen).filter(({ place }) => place !== null)
  const places = placed.map(({ id }) => ({ id, place: null }))
  const notPlaced = chosen.some(({ place }) => place !== null) ? noteMenuWords.locked : noteMenuWords.tidyAlready
  const mayArrange = reasonOf(wall.check('lock-moments', { ids, locked: locks }))
  return [
    verb('lock', locks ? noteMenuWords.lock : noteMenuWords.unlock, mayArrange, {
      act: () => void wall.act('lock-moments', { ids, locked: locks }),
    }),
    stack(chosen, bench),
    ...unstack(chosen, bench),
    verb('duplicate', noteMenuWords.duplicate, mayCopy(bench), { act: () => void duplicatePieces(bench) }),
    verb('tidy', noteMenuWords.tidy, mayArrange ?? (places.length === 0 ? notPlaced : null), {
      act: () => void wall.act('place-moments', { places }),
    }),
    verb('arrange', arrangeWords.title, mayArrange, { page: 'arrange' }),
  ]
}

function mayCopy({ wall }: Bench): string | null {
  return reasonOf(wall.check('add-moment', { id: wall.newId<MomentId>(), text: '', after: 'last' }))
}

/** What lies under these notes. */
function beneath(chosen: readonly Moment[], { wall }: Bench): readonly Moment[] {
  const bases = new Set<MomentId | null>(idsOf(chosen))
  return wall.moments().filter(({ stackedOn, removed }) => stackedOn !== null && bases.has(stackedOn) && !removed)
}

/** On the nearest note before the first of them; what already lay under them comes along, for a stack has one base. */
function stack(chosen: readonly Moment[], bench: Bench): NoteVerb {
  const { wall, scene, selection } = bench
  const line = scene.order().slice(0, scene.onTimeline())
  const ids = idsOf(unlocked(chosen)).filter((id) => line.includes(id))
  const first = ids[0] === undefined ? -1 : line.indexOf(ids[0])
  const on = line.slice(0, Math.max(0, first)).findLast((id) => !selection.has(id)) ?? null
  const all = [...ids, ...idsOf(beneath(chosen, bench))]
  const may = reasonOf(wall.check('stack-moments', { ids: all, on }))
  const lonely = chosen.every(({ locked }) => locked) ? noteMenuWords.locked : noteMenuWords.nothingBefore
  return verb('stack', noteMenuWords.stack, may ?? (on === null ? lonely : null), {
    act() {
      if (wall.act('stack-moments', { ids: all, on }).allowed && on !== null) selection.set([on])
    },
  })
}

function unstack(chosen: readonly Moment[], bench: Bench): readonly NoteVerb[] {
  const ids = idsOf(beneath(chosen, bench))
  if (ids.length === 0) return []
  const { wall } = bench
  const may = reasonOf(wall.check('stack-moments', { ids, on: null }))
  const act = () => void wall.act('stack-moments', { ids, on: null })
  return [verb('unstack', unstackCount(ids.length), may, { act })]
}

function remove(chosen: readonly Moment[], { wall, selection }: Bench): NoteVerb {
  const ids = idsOf(unlocked(chosen))
  const may = reasonOf(wall.check('remove-moments', { ids: idsOf(chosen), removed: true }))
  const label = chosen.length === 1 ? noteMenuWords.remove : noteMenuWords.removeAll
  return verb('remove', label, may ?? (ids.length === 0 ? noteMenuWords.locked : null), {
    act() {
      if (wall.act('remove-moments', { ids, removed: true }).allowed) selection.clear()
    },
  })
}
