/** A stretch without a place to break, and the spaces after it. */
export interface Piece {
  readonly word: string
  readonly spaces: string
}

/** Where a line may end although no space follows; a hyphen before a digit is a minus. */
const breaks = [
  /(?<=[\p{L}\p{N}][-\u2010])(?=\p{L})/u,
  /(?<=[\u2013\u2014\u2026?!])(?=[\p{L}\p{N}])/u,
  /(?<=[\p{L}\p{N}])(?=\u2014)/u,
  // Scripts written without spaces break between any two signs.
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u,
]
const BREAK = new RegExp(breaks.map(({ source }) => source).join('|'), 'u')

/** Splits one paragraph at every place where a line may end. Joined again, the pieces are the paragraph. */
export function breakIntoPieces(paragraph: string): Piece[] {
  const pieces: Piece[] = []
  for (const [, word = '', spaces = ''] of paragraph.matchAll(/([^ ]*)( *)/gu)) {
    if (word === '' && spaces === '') continue
    const parts = word.split(BREAK)
    for (const part of parts.slice(0, -1)) pieces.push({ word: part, spaces: '' })
    pieces.push({ word: parts.at(-1) ?? '', spaces })
  }
  return pieces
}

/** Letters that nothing can join. */
const PLAIN = /^[ -~]*$/

/** What a reader sees as single letters: an emoji of a family is one. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text) || !('Segmenter' in Intl)) return Array.from(text)
  // Made when it is needed: few words are that long, and a page that is opening doesn't wait for it.
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
