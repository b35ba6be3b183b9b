import { breakIntoPieces, graphemes } from './line-breaks.ts'
import { readsFromRight } from './reading-direction.ts'

/** Width of a piece of text in board units, in the notes' font at `size`. */
export type Measure = (text: string, size: number) => number

/** The sizes a note tries, largest first. Below the last one the note grows instead. */
export const noteSizes = [
  { size: 16, leading: 20 },
  { size: 14.5, leading: 18 },
  { size: 13, leading: 16 },
] as const satisfies readonly Lettering[]

/** How large, and how far from line to line. */
export interface Lettering {
  readonly size: number
  readonly leading: number
}

export interface Line {
  readonly text: string
  readonly width: number
}

export interface TextLayout extends Lettering {
  readonly lines: readonly Line[]
  readonly height: number
  /** Runs right to left: lines start at the right edge. */
  readonly rightToLeft: boolean
}

export interface TextFitter {
  /** The largest size at which `text` fits, else the smallest with all its lines, however high. */
  fit(text: string, width: number, height: number): TextLayout
  /** All lines in that one size, however high. */
  lay(text: string, width: number, letters: Lettering): TextLayout
  /** Forgets every measure: the font has only now arrived. */
  forget(): void
}

/** Kept layouts and word widths are dropped all at once beyond this many: a session has far fewer. */
const CACHE_MAX = 20_000

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

  const layOut = (text: string, width: number, { size, leading }: Lettering): TextLayout => {
    const lines = text.split('\n').flatMap((paragraph) => wrap(paragraph, width, (part) => widthOf(part, size)))
    return { size, leading, lines, height: lines.length * leading, rightToLeft: readsFromRight(text) }
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
    lay: (text, width, letters) =>
      remember(layouts, `${width} = ${letters.size} ${text}`, () => layOut(text, width, letters)),
    forget() {
      widths.clear()
      layouts.clear()
    },
  }
}

/**
 * Where the text field over the note has its baseline too: Hanken Grotesk rises 1 and falls 0.303 of its size, browsers
 * round both to pixels and share the line's spare height above and below.
 */
export function baselineOf({ size, leading }: Lettering): number {
  const ascent = Math.round(size)
  const descent = Math.round(0.303 * size)
  return ascent + Math.floor((leading - ascent - descent) / 2)
}

/** The sum of a line's words is off by less than this. */
const CLOSE = 3
/** Browsers lay text out in steps of 1/64 px. */
const ROUNDING = 1 / 32

interface Draft {
  text: string
  /** Width of everything up to the last space. */
  settled: number
  /** What stands behind the last space: measured as a whole, because letters of one word move closer to each other. */
  run: string
  /** Spaces at the end. They hang: they never push a word to the next line. */
  hanging: string
}

/**
 * Wraps one paragraph as `white-space: pre-wrap; overflow-wrap: break-word` does, so that the text field over a note
 * breaks where the note breaks: spaces hang at a line's end, a word that is too long for any line is cut.
 */
function wrap(paragraph: string, width: number, widthOf: (text: string) => number): Line[] {
  const lines: Line[] = []
  let line: Draft = { text: '', settled: 0, run: '', hanging: '' }
  const flush = () => {
    lines.push({ text: line.text, width: line.settled + widthOf(line.run) })
    line = { text: '', settled: 0, run: '', hanging: '' }
  }
  for (const { word, spaces } of breakIntoPieces(paragraph)) {
    if (line.hanging !== '') {
      line.settled += widthOf(line.run) + widthOf(line.hanging)
      line.run = ''
    }
    const estimate = line.settled + widthOf(line.run + word)
    // Letters also move closer across a space: where it matters the line is measured as a whole.
    const exact = Math.abs(estimate - width) < CLOSE ? widthOf(line.text + line.hanging + word) : estimate
    const fits = exact <= width + ROUNDING
    if (!fits && line.text !== '') {
      // The width of a finished line is that of its words; the spaces hang.
      line.settled -= widthOf(line.hanging)
      flush()
    }
    let rest = word
    if (widthOf(word) > width) {
      const cut = cutLongWord(word, width, widthOf)
      rest = cut.rest
      lines.push(...cut.lines)
    }
    line = { text: line.text + line.hanging + rest, settled: line.settled, run: line.run + rest, hanging: spaces }
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
