import { breakIntoPieces, graphemes } from './line-breaks.ts'

/** Width of a piece of text in board units, in the notes' font at `size`. */
export type Measure = (text: string, size: number) => number

/** The sizes a note tries, largest first. Below the last one the note grows instead. */
export const noteSizes = [
  { size: 16, leading: 20 },
  { size: 14.5, leading: 18 },
  { size: 13, leading: 16 },
] as const satisfies readonly NoteSize[]

interface NoteSize {
  readonly size: number
  readonly leading: number
}

export interface Line {
  readonly text: string
  readonly width: number
}

export interface TextLayout extends NoteSize {
  readonly lines: readonly Line[]
  readonly height: number
  /** Runs right to left: lines start at the right edge. */
  readonly rightToLeft: boolean
}

export interface TextFitter {
  /** The largest size at which `text` fits, else the smallest with all its lines, however high. */
  fit(text: string, width: number, height: number): TextLayout
  /** Forgets every measure: the font has only now arrived. */
  forget(): void
}

/** Kept layouts and word widths are dropped all at once beyond this many: a session has far fewer. */
const CACHE_MAX = 20_000
/** Arabic, Hebrew and their neighbours, when they come first. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

function remember<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const known = cache.get(key)
  if (known !== undefined) return known
  if (cache.size >= CACHE_MAX) cache.clear()
  const made = make()
  cache.set(key, made)
  return made
}

/** Lays note text out once per text, width and height; every word is measured once per size. */
export function createTextFitter(measure: Measure): TextFitter {
  const widths = new Map<string, number>()
  const layouts = new Map<string, TextLayout>()
  const widthOf = (text: string, size: number) => remember(widths, `${size} ${text}`, () => measure(text, size))

  const layOut = (text: string, width: number, { size, leading }: NoteSize): TextLayout => {
    const lines = text.split('\n').flatMap((paragraph) => wrap(paragraph, width, (part) => widthOf(part, size)))
    return { size, leading, lines, height: lines.length * leading, rightToLeft: RIGHT_TO_LEFT.test(text) }
  }

  const fitAnew = (text: string, width: number, height: number): TextLayout => {
    const [large, ...smaller] = noteSizes
    let layout = layOut(text, width, large)
    for (const next of smaller) {
      if (layout.height <= height) break
      layout = layOut(text, width, next)
    }
    return layout
  }

  return {
    fit: (text, width, height) => remember(layouts, `${width} ${height} ${text}`, () => fitAnew(text, width, height)),
    forget() {
      widths.clear()
      layouts.clear()
    },
  }
}

/**
 * Wraps one paragraph as `white-space: pre-wrap; overflow-wrap: break-word` does, so that the text field over a note
 * breaks where the note breaks: spaces hang at a line's end, a word that is too long for any line is cut.
 */
function wrap(paragraph: string, width: number, widthOf: (text: string) => number): Line[] {
  const lines: Line[] = []
  let text = ''
  let taken = 0
  let hanging = ''
  const flush = () => {
    lines.push({ text, width: taken })
    text = ''
    taken = 0
    hanging = ''
  }
  for (const { word, spaces } of breakIntoPieces(paragraph)) {
    let rest = word
    const gap = widthOf(hanging)
    if (taken + gap + widthOf(rest) > width && text !== '') flush()
    else {
      text += hanging
      taken += gap
    }
    if (widthOf(rest) > width) {
      const cut = cutLongWord(rest, width, widthOf)
      rest = cut.rest
      lines.push(...cut.lines)
    }
    text += rest
    taken += widthOf(rest)
    hanging = spaces
  }
  flush()
  return lines
}

/** Full lines out of a word that is wider than a line, and what remains for the next one. */
function cutLongWord(word: string, width: number, widthOf: (text: string) => number): { lines: Line[]; rest: string } {
  const lines: Line[] = []
  let line = ''
  for (const letter of graphemes(word)) {
    if (line !== '' && widthOf(line + letter) > width) {
      lines.push({ text: line, width: widthOf(line) })
      line = ''
    }
    line += letter
  }
  return { lines, rest: line }
}
