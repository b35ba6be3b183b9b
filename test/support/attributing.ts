import type { Mark, Sight } from './eavesdropper.ts'

/** Something that was seen, with everybody's marks and the one who really did it. */
export interface Riddle {
  readonly sight: Sight
  readonly marks: ReadonlyMap<string, readonly Mark[]>
  /** Seats in the order in which the server lists them. */
  readonly suspects: readonly string[]
  readonly author: string
}

/** What one look says about one suspect: a word that may be more frequent with authors than with others. */
type Look = (riddle: Riddle, suspect: string, index: number) => string

const edges = [0.2, 0.5, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60, 90]
const bucket = (milliseconds: number) => edges.filter((edge) => milliseconds / 1000 >= edge).length

function last({ sight, marks }: Riddle, suspect: string, fits: (what: string) => boolean): Mark | undefined {
  return marks.get(suspect)?.findLast(({ at, what }) => at <= sight.at && fits(what))
}

function since(fits: (what: string) => boolean): Look {
  return (riddle, suspect) => {
    const mark = last(riddle, suspect, fits)
    return mark === undefined ? 'never' : String(bucket(riddle.sight.at - mark.at))
  }
}

function until(fits: (what: string) => boolean): Look {
  return ({ sight, marks }, suspect) => {
    const mark = marks.get(suspect)?.find(({ at, what }) => at > sight.at && fits(what))
    return mark === undefined ? 'never' : String(bucket(mark.at - sight.at))
  }
}

/** Among all suspects, whose mark is the nearest, the second ... */
function rank(value: (riddle: Riddle, suspect: string) => number): Look {
  return (riddle, suspect) => {
    const own = value(riddle, suspect)
    return String(riddle.suspects.filter((other) => value(riddle, other) < own).length)
  }
}

const any = () => true
const starts = (start: string) => (what: string) => what.startsWith(start)

const looks: Readonly<Record<string, Look>> = {
  'since any mark': since(any),
  'until any mark': until(any),
  'since ready': since(starts('ready')),
  'until ready': until(starts('ready')),
  'since online': since(starts('online')),
  'until online': until(starts('online')),
  'since presence': since((what) => what === 'moves' || what === 'left'),
  'until presence': until((what) => what === 'moves' || what === 'left'),
  'nearest before': rank((riddle, suspect) => riddle.sight.at - (last(riddle, suspect, any)?.at ?? 0)),
  'state now': (riddle, suspect) =>
    `${last(riddle, suspect, starts('ready'))?.what ?? ''} ${last(riddle, suspect, starts('online'))?.what ?? ''}`,
  'marks in the last minute': ({ sight, marks }, suspect) =>
    String((marks.get(suspect) ?? []).filter(({ at }) => at <= sight.at && at > sight.at - 60_000).length),
  'order in the batch': ({ sight }, _suspect, index) => `${sight.nth % 7} ${index}`,
  'place on the wall': ({ sight }, _suspect, index) => `${sight.nthPlace % 7} ${index}`,
  'first of its id': ({ sight }, _suspect, index) => `${sight.id.charAt(0)} ${index}`,
  'first of its place': ({ sight }, _suspect, index) => `${sight.slot.charAt(0)} ${index}`,
  clock: ({ sight }, _suspect, index) => `${sight.clock % 7} ${index}`,
  'part of the second': ({ sight }, _suspect, index) => `${Math.floor((sight.at % 1000) / 100)} ${index}`,
  'part of the pulse': ({ sight }, _suspect, index) => `${Math.floor((sight.at % 5000) / 500)} ${index}`,
}

/** Every word of every look about every suspect, looked up once. */
interface Puzzle {
  readonly author: number
  readonly words: readonly (readonly string[])[]
}

const names = Object.keys(looks)

function puzzleOf(riddle: Riddle): Puzzle {
  const { suspects, author } = riddle
  return {
    author: suspects.indexOf(author),
    words: suspects.map((suspect, index) => Object.values(looks).map((look) => look(riddle, suspect, index))),
  }
}

/** How much likelier a word is with the author than with anybody else, as a logarithm. */
type Weights = readonly ReadonlyMap<string, number>[]

function learn(puzzles: readonly Puzzle[]): Weights {
  return names.map((_, look) => {
    const counts = new Map<string, [author: number, other: number]>()
    const totals: [number, number] = [1, 1]
    for (const { author, words } of puzzles) {
      for (const [suspect, said] of words.entries()) {
        const pair = counts.get(said[look] ?? '') ?? [0, 0]
        const side = suspect === author ? 0 : 1
        pair[side]++
        totals[side]++
        counts.set(said[look] ?? '', pair)
      }
    }
    return new Map(
      [...counts].map(([word, [author, other]]) => [
        word,
        Math.log((author + 1) / totals[0]) - Math.log((other + 6) / totals[1]),
      ]),
    )
  })
}

export interface Attribution {
  /** The look that told most where the answers were known, or all of them together. */
  readonly by: string
  readonly right: number
  readonly of: number
}

/** Learns from riddles whose answer is known, takes whatever told most, and guesses the others with it. */
export function attribute(known: readonly Riddle[], others: readonly Riddle[]): Attribution {
  const [lessons, exam] = [known.map(puzzleOf), others.map(puzzleOf)]
  const weights = learn(lessons)
  const each = names.map((_, look) => [look])
  const all = names.map((_, look) => look)
  const right = (way: readonly number[], puzzles: readonly Puzzle[]) =>
    puzzles.filter((puzzle) => guess(weights, way, puzzle) === puzzle.author).length
  const ranked = [...each, all].map((way) => ({ way, told: right(way, lessons) })).toSorted((a, b) => b.told - a.told)
  const way = ranked[0]?.way ?? all
  return { by: way.length > 1 ? 'everything' : (names[way[0] ?? 0] ?? ''), right: right(way, exam), of: exam.length }
}

function guess(weights: Weights, way: readonly number[], { words }: Puzzle): number {
  const scores = words.map((said) => way.reduce((sum, look) => sum + (weights[look]?.get(said[look] ?? '') ?? 0), 0))
  return scores.indexOf(Math.max(...scores))
}
