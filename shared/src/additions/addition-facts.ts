import * as v from 'valibot'
import { isOnTimeline } from '../board/timeline.ts'
import { compareOrder } from '../board/order.ts'
import type { Moment } from '../domain/moment.ts'
import type { RedactedBoard } from '../exports/redact.ts'
import type { Addition } from './addition.ts'

/** Of what an addition brings something, in the order in which it is told. */
export const added = {
  moments: 'moment',
  stages: 'stage',
  areas: 'area',
  texts: 'free text',
  connectors: 'connector',
  images: 'picture',
  strokes: 'line of ink',
  assessments: 'description',
  rankings: 'ranking',
  ideas: 'idea',
  builds: 'build',
  concerns: 'concern',
  actions: 'action',
  rungs: 'step',
} as const
export type Added = keyof typeof added
export const addedOrder = Object.keys(added) as readonly Added[]

const FIRST = 6
const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What a board's file would add, before anything is done. */
export const additionFacts = v.object({
  /** The board that the file was saved from. */
  title: v.string(),
  counts: v.object(Object.fromEntries(addedOrder.map((each) => [each, whole])) as Record<Added, typeof whole>),
  /** The first moments of the line, in their order. */
  first: v.array(v.string()),
  /** Moments whose very words stand on the board already: they would stand there twice. */
  twins: whole,
  /** What stays in the file, each in a sentence. */
  left: v.array(v.string()),
})
export type AdditionFacts = v.InferOutput<typeof additionFacts>

/** Does it bring anything at all? */
export const bringsNothing = ({ counts }: Pick<AdditionFacts, 'counts'>): boolean =>
  addedOrder.every((each) => counts[each] === 0)

export function factsOf(file: RedactedBoard, addition: Addition, there: ReadonlySet<string>): AdditionFacts {
  const line = addition.moments.filter((moment) => isOnTimeline(moment)).toSorted(compareOrder)
  return {
    title: file.session.title,
    counts: countsOf(addition),
    first: line.slice(0, FIRST).map(({ text, prompt }) => (text.trim() === '' ? (prompt ?? '') : text)),
    twins: addition.moments.filter((moment) => there.has(saidBy(moment))).length,
    left: leftOf(file, addition),
  }
}

/** The words of the moments that stand on a board, by which the same ones are known. */
export function wordsThere(moments: readonly Moment[]): ReadonlySet<string> {
  const words = moments.filter(({ removed }) => !removed).map((moment) => saidBy(moment))
  return new Set(words.filter((said) => said !== ''))
}

const saidBy = ({ text }: Pick<Moment, 'text'>) => text.trim().replaceAll(/\s+/gu, ' ').toLowerCase()

function countsOf(addition: Addition): Readonly<Record<Added, number>> {
  const shapes = (kind: string) => addition.shapes.filter((shape) => shape.kind === kind).length
  return {
    moments: addition.moments.length,
    stages: addition.stages.length,
    areas: shapes('area'),
    texts: shapes('text'),
    connectors: shapes('connector'),
    images: shapes('image'),
    strokes: addition.ink.length,
    assessments: addition.assessments.length,
    rankings: addition.grades.filter(({ settled }) => settled !== null).length,
    ideas: addition.ideas.length,
    builds: addition.builds.length,
    concerns: addition.concerns.length,
    actions: addition.actions.length,
    rungs: addition.rungs.length,
  }
}

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

/** No word of a file is passed over in silence. */
function leftOf(file: RedactedBoard, addition: Addition): string[] {
  const standing = file.shapes.filter(({ removed }) => !removed)
  const kept = (kind: string) =>
    standing.filter((shape) => shape.kind === kind).length -
    addition.shapes.filter((shape) => shape.kind === kind).length
  const [images, connectors] = [kept('image'), kept('connector')]
  const bin = [...file.moments, ...file.shapes, ...file.stages, ...file.actions].filter(({ removed }) => removed).length
  const untyped = addition.moments.filter(({ channel }) => channel === null).length
  const wasUntyped = file.moments.filter(({ channel, removed }) => channel === null && !removed).length
  return [
    ...(images === 0 ? [] : [`${counted(images, 'picture')}: the file doesn’t hold ${images === 1 ? 'it' : 'them'}.`]),
    ...(connectors === 0 ? [] : [`${counted(connectors, 'connector')}: what they hold on to doesn’t come along.`]),
    ...(untyped === wasUntyped
      ? []
      : [
          `The own contact type of ${counted(untyped - wasUntyped, 'moment')}: this board has no room or letter for it.`,
        ]),
    ...(bin === 0 ? [] : [`What lies in the file’s bin (${bin}).`]),
  ]
}
