import { stageBands } from '@momentous/shared/board/stage-bands'
import { behindTheScenes } from '@momentous/shared/board/timeline'
import type { Assessment } from '@momentous/shared/domain/assessment'
import type { MomentId, ShapeId, StageId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { Shape } from '@momentous/shared/domain/shape'
import type { Stage } from '@momentous/shared/domain/stage'
import { folded } from './folded.ts'
import { wordsOn } from '@momentous/shared/scene/note-shape'
import { readingOrder } from './shape-order.ts'

export interface MomentHit {
  readonly kind: 'moment'
  readonly id: MomentId
  /** What can be seen of it: itself, or the note on whose stack it lies. */
  readonly shown: MomentId
  /** Its number on the line, or that of its stack; null beside the line. */
  readonly number: number | null
  /** Some of the words stand in what the form says of it. */
  readonly inForm: boolean
  readonly record: Moment
}
export interface ShapeHit {
  readonly kind: 'shape'
  readonly id: ShapeId
  readonly shown: ShapeId
  readonly number: null
  readonly record: Shape
}
export interface StageHit {
  readonly kind: 'stage'
  readonly id: StageId
  readonly shown: StageId
  readonly number: null
  readonly record: Stage
}
/** Something on the wall that has the words that were looked for. */
export type Hit = MomentHit | ShapeHit | StageHit

/** What is looked through. */
export interface Findable {
  readonly moments: { all(): readonly Moment[] }
  readonly assessments: { get(moment: MomentId): Assessment | undefined }
  readonly shapes: { all(): readonly Shape[] }
  readonly stages: { all(): readonly Stage[] }
}

export interface Finder {
  /** What has all the typed words, in the order of the timeline with its stages; shapes come last. Nothing for no words. */
  find(typed: string): readonly Hit[]
  /** Reads ahead while `goOn` says so; false when nothing is left to read. */
  readAhead(goOn: () => boolean): boolean
}

/** Looks through what moments, shapes and stages say and what the form says of them. Each record is read once, until it changes. */
export function createFinder({ moments, assessments, shapes, stages }: Findable): Finder {
  const read = new WeakMap<object, string>()
  const lineInOrder = keepLast(inOrder)
  const shapesInOrder = keepLast((all: readonly Shape[]) => readingOrder(all).map(hitOfShape))
  let page: Page = { line: [], shapes: [], entries: [] }

  const wordsOf = (record: object, words: () => string): string => {
    const known = read.get(record)
    if (known !== undefined) return known
    const fresh = folded(words())
    read.set(record, fresh)
    return fresh
  }
  const wordsOfMoment = (moment: Moment): string => wordsOf(moment, () => wordsOn(moment))
  const entryOf = (hit: Hit): Entry => {
    const { kind, record } = hit
    if (kind === 'moment') return { hit, words: wordsOfMoment(record) }
    return { hit, words: wordsOf(record, () => (kind === 'stage' ? record.title : record.words)) }
  }
  const freshPage = (): Page => {
    const [line, drawn] = [lineInOrder(moments.all(), stages.all()), shapesInOrder(shapes.all())]
    if (page.line !== line || page.shapes !== drawn) {
      page = { line, shapes: drawn, entries: [...line, ...drawn].map(entryOf) }
    }
    return page
  }
  /** What the form says changes while everybody types in it, and few moments have any of it. */
  const inForm = ({ kind, id }: Hit, word: string): boolean => {
    const form = kind === 'moment' ? assessments.get(id) : undefined
    return form !== undefined && wordsOf(form, () => `${form.description} ${form.issue}`).includes(word)
  }

  return {
    find(typed) {
      const wanted = folded(typed).split(' ').filter(Boolean)
      if (wanted.length === 0) return []
      return freshPage()
        .entries.filter(({ hit, words }) => wanted.every((word) => words.includes(word) || inForm(hit, word)))
        .map(({ hit, words }) => (wanted.every((word) => words.includes(word)) ? hit : saidInForm(hit)))
    },
    readAhead(goOn) {
      for (const moment of moments.all()) {
        if (read.has(moment)) continue
        if (!goOn()) return true
        wordsOfMoment(moment)
      }
      freshPage()
      return false
    },
  }
}

function saidInForm(hit: Hit): Hit {
  return hit.kind === 'moment' ? { ...hit, inForm: true } : hit
}

/** One thing that can be found, and its words as they are compared. */
interface Entry {
  readonly hit: Hit
  readonly words: string
}

/** Everything that can be found, as the board says it now. */
interface Page {
  readonly line: readonly Hit[]
  readonly shapes: readonly Hit[]
  readonly entries: readonly Entry[]
}

/** The same answer for the same lists: a list of records is another one whenever any of them is. */
function keepLast<Given extends readonly unknown[], Value>(
  make: (...given: Given) => Value,
): (...given: Given) => Value {
  let last: { readonly given: Given; readonly value: Value } | null = null
  return (...given) => {
    if (!last?.given.every((each, at) => each === given[at])) last = { given, value: make(...given) }
    return last.value
  }
}

/** Everything that is not in the bin: the line with its stages, then what is behind the scenes, each note with its stack. */
function inOrder(moments: readonly Moment[], stages: readonly Stage[]): readonly Hit[] {
  const known = new Map(moments.map((moment) => [moment.id, moment]))
  const beneath = new Map<MomentId, Moment[]>()
  for (const moment of moments) {
    if (moment.stackedOn === null || moment.removed) continue
    beneath.set(moment.stackedOn, [...(beneath.get(moment.stackedOn) ?? []), moment])
  }
  const withStack = (base: Moment, number: number | null): MomentHit[] =>
    [base, ...(beneath.get(base.id) ?? [])].map((record) => hitOfMoment(record, base.id, number))
  return [
    ...stageBands(moments, stages).flatMap(({ stage, moments: under, first }): readonly Hit[] => [
      ...(stage === null ? [] : [hitOfStage(stage)]),
      ...under.flatMap((id, index) => {
        const moment = known.get(id)
        return moment === undefined ? [] : withStack(moment, first + index + 1)
      }),
    ]),
    ...behindTheScenes(moments).flatMap((moment) => withStack(moment, null)),
  ]
}

function hitOfMoment(record: Moment, shown: MomentId, number: number | null): MomentHit {
  return { kind: 'moment', id: record.id, shown, number, inForm: false, record }
}

function hitOfStage(record: Stage): StageHit {
  return { kind: 'stage', id: record.id, shown: record.id, number: null, record }
}

function hitOfShape(record: Shape): ShapeHit {
  return { kind: 'shape', id: record.id, shown: record.id, number: null, record }
}
