import { GlobalFonts } from '@napi-rs/canvas'
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
  const others = await Promise.all(Array.from(slicesFor(texts).values(), (slice) => bring(slice, PLAIN)))
  const plain = await Promise.all(FIRST.map((slice) => bring(slice, PLAIN)))
  const strong = await Promise.all(FIRST.map((slice) => bring(slice, STRONG)))
  const list = (names: readonly string[]) =>
    [...[...names, ...others].map((name) => `"${name}"`), 'sans-serif'].join(', ')
  const [plainly, strongly] = [list(plain), list(strong)]
  // Each file has one weight, so none is asked for: a canvas would make it bolder by itself.
  return (weight, size) => `${size}px ${weight < STRONG ? plainly : strongly}`
}

/** The slices beside the first that have letters of these texts. */
function slicesFor(texts: Iterable<string>): ReadonlyMap<string, Slice> {
  const slices = new Map<string, Slice>()
  const slicesOf = slicesByCodePoint()
  for (const text of texts) {
    const order = orderFor('plain', text)
    for (const code of new Set(Array.from(text, (letter) => letter.codePointAt(0) ?? 0))) {
      if (code < LATIN) continue
      const family = order.find((id) => slicesOf(id).has(code))
      const slice = family && slicesOf(family).get(code)?.[0]
      if (family && slice !== undefined) slices.set(`${family} ${slice}`, [family, slice])
    }
  }
  return slices
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
