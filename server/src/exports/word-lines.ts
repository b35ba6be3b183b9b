import LineBreaker from 'linebreak'
import type { Face } from './font-families.ts'
import type { Run, Shelf } from './fonts.ts'
import { orderedAtoms, readingOf, type Reading } from './reading-order.ts'

export interface Look {
  readonly face: Face
  /** In points. */
  readonly size: number
}

/** Some words in one font, and where they stand in their line. */
export interface Piece extends Run {
  readonly x: number
  readonly rightToLeft: boolean
}

/** One line as it is set: its pieces from left to right. */
export interface Line {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly width: number
  /** Is its paragraph written from right to left? Then it begins at the right. */
  readonly rightToLeft: boolean
}

export interface Typesetter {
  /** The lines of a text within a width: every line feed ends one, words too long for a line are broken. */
  readonly lines: (text: string, look: Look, width: number) => readonly Line[]
}

/** Sets words with the fonts of a shelf: widths of words are measured once. */
export function typesetter(shelf: Shelf): Typesetter {
  const ems = new Map<string, number>()
  const words = new Map<string, number>()

  const widthOf = ({ part, text }: Run): number => {
    const key = `${part.key} ${text}`
    const known = ems.get(key)
    if (known !== undefined) return known
    const em = part.font.layout(text).advanceWidth / part.font.unitsPerEm
    ems.set(key, em)
    return em
  }
  const emsOf = (text: string, face: Face): number => {
    const key = `${face} ${text}`
    const known = words.get(key)
    if (known !== undefined) return known
    const em = shelf.runs(text, face).reduce((sum, run) => sum + widthOf(run), 0)
    words.set(key, em)
    return em
  }

  function lineOf(reading: Reading, [start, end]: Span, { face, size }: Look, goesOn: boolean): Line {
    const whole = reading.text.slice(start, end)
    const text = whole.trimEnd()
    let x = 0
    const pieces = orderedAtoms(reading, start, start + text.length).flatMap((atom) => {
      const runs = shelf.runs(atom.text, face)
      return (atom.rightToLeft ? runs.toReversed() : runs).map((run) => {
        const piece = { ...run, x, rightToLeft: atom.rightToLeft }
        x += widthOf(run) * size
        return piece
      })
    })
    // Whoever reads the lines aloud, or copies them, needs the blank where the line was broken.
    const blank = goesOn && (text !== whole || end === reading.text.length) && reading.levels === null
    const ended = blank ? shelf.runs(' ', face).map((run) => ({ ...run, x, rightToLeft: false })) : []
    return { text, pieces: [...pieces, ...ended], width: x, rightToLeft: reading.rightToLeft }
  }

  return {
    lines(text, look, width) {
      const room = width / look.size
      return text.split('\n').flatMap((paragraph, at, all) => {
        const reading = readingOf(paragraph.replaceAll('\t', '    '))
        const spans = breaks(reading.text, room, (part) => emsOf(part, look.face))
        const isLast = (line: number) => at === all.length - 1 && line === spans.length - 1
        return spans.map((span, line) => lineOf(reading, span, look, !isLast(line)))
      })
    },
  }
}

type Span = readonly [start: number, end: number]

/** Where lines begin and end: as many words a line as there is room for. Blanks at the end of a line need none. */
function breaks(text: string, room: number, emsOf: (text: string) => number): readonly Span[] {
  const lines: Span[] = []
  let start = 0
  let used = 0
  for (const [from, to] of wordsOf(text)) {
    const word = text.slice(from, to)
    if (start < from && used + emsOf(word.trimEnd()) > room) {
      lines.push([start, from])
      start = from
      used = 0
    }
    used += emsOf(word)
    if (start !== from || emsOf(word.trimEnd()) <= room) continue
    for (const cut of cuts(word, room, emsOf)) {
      lines.push([start, from + cut])
      start = from + cut
    }
    used = emsOf(text.slice(start, to))
  }
  return [...lines, [start, text.length]]
}

/** The words with the blanks after them, as the Unicode line breaking rules cut a text. */
function* wordsOf(text: string): Generator<Span> {
  const breaker = new LineBreaker(text)
  let from = 0
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (next.position > from) yield [from, next.position]
    from = next.position
  }
}

const segmenter = new Intl.Segmenter()

/** Where a word is cut that is longer than a line: between signs as people see them. */
function* cuts(word: string, room: number, emsOf: (text: string) => number): Generator<number> {
  let used = 0
  for (const { segment, index } of segmenter.segment(word.trimEnd())) {
    const ems = emsOf(segment)
    if (used > 0 && used + ems > room) {
      yield index
      used = 0
    }
    used += ems
  }
}
