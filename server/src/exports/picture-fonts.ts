import { GlobalFonts } from '@napi-rs/canvas'
import { create, type Font } from 'fontkit'
import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { families, orderFor, type FamilyId } from './font-families.ts'
import { sliceFile, slicesByCodePoint } from './font-slices.ts'

/** The typeface of the wall, in the slices that nearly all words are written with. */
const FIRST: readonly Slice[] = [
  ['hanken', 'latin'],
  ['hanken', 'latin-ext'],
]
/** Letters before these are in the first slices. */
const LATIN = 0x250

/** Which font words of a weight and a size are written in. */
export type PictureFont = (weight: number, size: number) => string

/** How heavy the words of people are, and those that stand out. */
const [PLAIN, STRONG] = [500, 600] as const

type Slice = readonly [family: FamilyId, slice: string]

/** Makes the fonts known to canvases that these texts need: the wall's own, and for what it has no letters of, another. */
export async function bringFonts(texts: Iterable<string>): Promise<PictureFont> {
  const others = await Promise.all(Array.from((await slicesFor(texts)).values(), (slice) => bring(slice, PLAIN)))
  const plain = await Promise.all(FIRST.map((slice) => bring(slice, PLAIN)))
  const strong = await Promise.all(FIRST.map((slice) => bring(slice, STRONG)))
  const list = (names: readonly string[]) =>
    [...[...names, ...others].map((name) => `"${name}"`), 'sans-serif'].join(', ')
  const [plainly, strongly] = [list(plain), list(strong)]
  // Each file has one weight, so none is asked for: a canvas would make it bolder by itself.
  return (weight, size) => `${size}px ${weight < STRONG ? plainly : strongly}`
}

/** The slices beside the first that have letters of these texts. */
async function slicesFor(texts: Iterable<string>): Promise<ReadonlyMap<string, Slice>> {
  const found = new Map<string, Slice>()
  const known = new Map<string, Slice | null>()
  const finder = glyphFinder()
  for (const text of texts) {
    const order = orderFor('plain', text)
    for (const sign of new Set(signsOf(text))) {
      const sought = EMOJI.test(sign) ? (['emoji', ...order] as const) : order
      for (const code of Array.from(sign, (letter) => letter.codePointAt(0) ?? 0)) {
        if (code < LATIN) continue
        // Chinese, Japanese and Korean take the same letter from different fonts.
        const name = `${sought.join(' ')} ${code}`
        const slice = known.get(name) ?? (await finder(code, sought))
        known.set(name, slice)
        if (slice !== null) found.set(slice.join(' '), slice)
      }
    }
  }
  return found
}

/** What is drawn as a picture where a font has one, flags among it. */
const EMOJI = /\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}/u
const segmenter = new Intl.Segmenter()

/** Most texts are plain, and have nothing to look for. */
function signsOf(text: string): Iterable<string> {
  if (/^[\u0000-\u024f]*$/u.test(text)) return []
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Finds the slice that draws a letter: many are said to have letters that they don't have, arrows and flags among them. */
function glyphFinder(): (code: number, order: readonly FamilyId[]) => Promise<Slice | null> {
  const slicesOf = slicesByCodePoint()
  const fonts = new Map<string, Promise<Font>>()
  const fontOf = (family: FamilyId, slice: string): Promise<Font> => {
    const name = `${family} ${slice}`
    const font = fonts.get(name) ?? readFile(sliceFile(family, slice)).then((packed) => create(packed) as Font)
    fonts.set(name, font)
    return font
  }
  return async (code, order) => {
    for (const family of order) {
      for (const slice of slicesOf(family).get(code) ?? []) {
        if ((await fontOf(family, slice)).hasGlyphForCodePoint(code)) return [family, slice]
      }
    }
    return null
  }
}

/** Its name among the fonts of canvases. */
async function bring([family, slice]: Slice, weight: number): Promise<string> {
  const name = `${family} ${slice} ${weight}`
  if (GlobalFonts.has(name)) return name
  const packed = await readFile(sliceFile(family, slice))
  const axes = families[family].variable ? { variationAxes: { wght: weight } } : {}
  GlobalFonts.register(
    await subsetFont(packed, undefined, { targetFormat: 'truetype', keepAllGlyphs: true, ...axes }),
    name,
  )
  return name
}
