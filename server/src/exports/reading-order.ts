import bidiFactory, { type EmbeddingLevels } from 'bidi-js'

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** A paragraph, and in which direction each of its signs is read (Unicode Bidirectional Algorithm). */
export interface Reading {
  readonly text: string
  readonly rightToLeft: boolean
  /** Null when all of it is read from left to right. */
  readonly levels: EmbeddingLevels | null
}

/** Part of a line that goes one way. */
export interface Atom {
  readonly text: string
  readonly rightToLeft: boolean
}

const bidi = bidiFactory()

export function readingOf(text: string): Reading {
  if (!RIGHT_TO_LEFT.test(text)) return { text, rightToLeft: false, levels: null }
  const levels = bidi.getEmbeddingLevels(text)
  return { text, rightToLeft: (levels.paragraphs[0]?.level ?? 0) % 2 === 1, levels }
}

/** What stands between two ends of a line, from left to right. */
export function orderedAtoms({ text, levels }: Reading, start: number, end: number): readonly Atom[] {
  if (levels === null) return start === end ? [] : [{ text: text.slice(start, end), rightToLeft: false }]
  const stretches = stretchesOf(levels.levels, start, end)
  const highest = Math.max(0, ...stretches.map(({ level }) => level))
  let order = stretches
  // From the deepest level up, what is at a level or deeper changes its order.
  for (let level = highest; level > 0; level--) order = turned(order, level)
  return order.flatMap(({ from, to, level }) => {
    const part = text.slice(from, to)
    if (level % 2 === 1) return wordsFromTheRight(part)
    // Arabic digits are read from the left, but whoever shapes them by their script alone turns them around.
    const alone = RIGHT_TO_LEFT.test(part) ? Array.from(part) : [part]
    return alone.map((each) => ({ text: each, rightToLeft: false }))
  })
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly level: number
}

function stretchesOf(levels: Uint8Array, start: number, end: number): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (let from = start, at = start + 1; from < end; at++) {
    if (at < end && levels[at] === levels[from]) continue
    stretches.push({ from, to: at, level: levels[from] ?? 0 })
    from = at
  }
  return stretches
}

function turned(stretches: readonly Stretch[], level: number): readonly Stretch[] {
  const order: Stretch[] = []
  let deep: Stretch[] = []
  for (const stretch of stretches) {
    if (stretch.level >= level) deep.unshift(stretch)
    else {
      order.push(...deep, stretch)
      deep = []
    }
  }
  return [...order, ...deep]
}

const segmenter = new Intl.Segmenter()

/** The words last to first, each shaped as it is; signs between them look the other way: a bracket that opens at the right. */
function wordsFromTheRight(text: string): readonly Atom[] {
  const words: string[] = []
  let inWord = false
  for (const { segment } of segmenter.segment(text)) {
    const letter = /^\p{L}/u.test(segment)
    if (letter && inWord) words[words.length - 1] += segment
    else words.push(letter ? segment : (bidi.getMirroredCharacter(segment) ?? segment))
    inWord = letter
  }
  return words.toReversed().map((word) => ({ text: word, rightToLeft: true }))
}
