import type { ArgsOf } from '@momentous/shared/commands/commands'
import { timeline } from '@momentous/shared/board/timeline'
import { channels, isOwnChannel, type ChannelId } from '@momentous/shared/domain/contact-type'
import type { MomentId } from '@momentous/shared/domain/id'
import { wordsOn } from '@momentous/shared/scene/note-shape'
import type { Wall, WallVerb } from '../model/wall.ts'
import { aboutTime } from '@momentous/shared/drawing/picture-words'
import { typeGiven } from '../words/colour.ts'
import { deedWords as words } from '../words/deeds.ts'
import { kindWords, movedTo } from '../words/list.ts'

/** A sentence, or something that is counted until it is said. */
export type DeedNews =
  | string
  | { readonly kind: string; readonly count: number; readonly words: (count: number) => string }

type Facts = Pick<Wall, 'session' | 'moment' | 'moments'>
type Telling = { readonly [Verb in WallVerb]?: (args: ArgsOf<Verb>, wall: Facts) => DeedNews | null }

/** The names of those sentences that say how many. */
type Counted = {
  [Name in keyof typeof words]: (typeof words)[Name] extends (count: number) => string ? Name : never
}[keyof typeof words]

function sum(kind: Counted, count: number): DeedNews {
  return { kind, count, words: words[kind] }
}

function nameOfType(channel: ChannelId, { session }: Facts): string {
  if (!isOwnChannel(channel)) return channels[channel].label
  return session().channels.find(({ id }) => id === channel)?.label ?? ''
}

/** One note has a name and a number; several are only counted. */
function reordered(ids: readonly MomentId[], { moment, moments }: Facts): DeedNews {
  const [id, ...others] = ids
  const note = id && moment(id)
  const line = timeline(moments())
  const at = line.findIndex((each) => each.id === id)
  if (!note || others.length > 0 || at < 0) return sum('notesMoved', ids.length)
  return movedTo(wordsOn(note), at + 1, line.length)
}

/** What is heard of each deed. What is typed says itself, and dots and assessments have words of their own. */
const telling: Telling = {
  'add-moment': ({ text }) => (text === '' ? null : sum('notesAdded', 1)),
  'add-moments': ({ moments }) => sum('notesAdded', moments.length),
  'reorder-moments': ({ ids }, wall) => reordered(ids, wall),
  'place-moments': ({ places }) =>
    sum(places.every(({ place }) => place === null) ? 'notesTidy' : 'notesMoved', places.length),
  'set-paper': ({ ids }) => sum('papersChanged', ids.length),
  'lock-moments': ({ ids, locked }) => sum(locked ? 'notesLocked' : 'notesUnlocked', ids.length),
  'set-contact-type': ({ ids, channel }, wall) =>
    channel === null ? sum('typesRemoved', ids.length) : typeGiven(nameOfType(channel, wall), ids.length),
  'set-kind': ({ kind }) => words.kindIs(kindWords[kind].label.toLowerCase()),
  'set-seconds': ({ seconds }) => (seconds === null ? words.noTimeSaid : words.timeSaid(aboutTime(seconds))),
  'remove-moments': ({ ids, removed }) => sum(removed ? 'notesRemoved' : 'notesRestored', ids.length),
  'stack-moments': ({ ids, on }) => sum(on === null ? 'notesUnstacked' : 'notesStacked', ids.length),
  'draw-stroke': () => sum('linesDrawn', 1),
  'erase-strokes': ({ ids }) => sum('linesErased', ids.length),
  'move-strokes': ({ moves }) => sum('linesMoved', moves.length),
  'add-shape': () => sum('shapesAdded', 1),
  'add-shapes': ({ shapes }) => sum('shapesAdded', shapes.length),
  'place-shapes': ({ places }) => sum('shapesMoved', places.length),
  'set-shape': ({ ids }) => sum('shapesChanged', ids.length),
  'lock-shapes': ({ ids, locked }) => sum(locked ? 'shapesLocked' : 'shapesUnlocked', ids.length),
  'remove-shapes': ({ ids, removed }) => sum(removed ? 'shapesRemoved' : 'shapesRestored', ids.length),
  'group-pieces': ({ ids, group }) => (group === null ? words.ungrouped : words.grouped(ids.length)),
  'order-pieces': ({ pieces }) => sum('depthChanged', pieces.length),
  'add-stage': () => sum('stagesAdded', 1),
  'set-stage': ({ removed }) => sum(removed === true ? 'stagesRemoved' : 'stagesMoved', 1),
}

/** Verbs that are heard of, for the test that none is forgotten. */
export const toldVerbs: readonly string[] = Object.keys(telling)

/** What a screen reader hears of a deed that was done; null when it says itself. */
export function newsOf<Verb extends WallVerb>(verb: Verb, args: ArgsOf<Verb>, wall: Facts): DeedNews | null {
  const tell: Telling[Verb] = telling[verb]
  return tell?.(args, wall) ?? null
}

export const takenBack: DeedNews = words.takenBack
export const doneAgain: DeedNews = words.doneAgain
