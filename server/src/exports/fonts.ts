import { create, type Font } from 'fontkit'
import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { faceOrder, faces, families, orderFor, type Face, type FamilyId } from './font-families.ts'
import { sliceFile, slicesByCodePoint } from './font-slices.ts'

/** One font file in one weight: what a document embeds, and what measures its words. */
export interface FontPart {
  /** Unlike that of any other part, and the same in every document. */
  readonly key: string
  /** The family, as other files name it. */
  readonly family: string
  /** A TrueType file without variations. */
  readonly bytes: Buffer
  readonly font: Font
}

/** Words that are set in one font. */
export interface Run {
  readonly text: string
  readonly part: FontPart
}

/** The fonts for the texts that it was asked for. */
export interface Shelf {
  /** The text cut where the font changes. What no font has is the replacement character. */
  readonly runs: (text: string, face: Face) => readonly Run[]
}

export interface Fonts {
  /** Reads the fonts that these texts need in the faces that they are set in; what was read before is kept. */
  readonly shelf: (texts: Partial<Readonly<Record<Face, Iterable<string>>>>) => Promise<Shelf>
}

/** The free fonts of every script that the product is read in, read from the disk when some text needs them. */
export function openFonts(): Fonts {
  const parts = new Map<string, Promise<FontPart>>()
  const chosen = new Map<string, FontPart | null>()
  const slicesOf = slicesByCodePoint()

  const partOf = (family: FamilyId, slice: string, weight: number): Promise<FontPart> => {
    const key = `${family}-${slice}-${families[family].variable ? weight : 400}`
    const known = parts.get(key) ?? readPart(key, family, slice, weight)
    parts.set(key, known)
    return known
  }

  async function choose(sign: string, face: Face, order: readonly FamilyId[]): Promise<FontPart | null> {
    const needed = codePoints(sign).filter((code) => !isUnseen(code))
    for (const family of isEmoji(sign) ? (['emoji', ...order] as const) : order) {
      const slices = needed.map((code) => slicesOf(family).get(code) ?? [])
      for (const slice of slices[0] ?? []) {
        if (!slices.every((each) => each.includes(slice))) continue
        const part = await partOf(family, slice, faces[face].weight)
        if (needed.every((code) => part.font.hasGlyphForCodePoint(code))) return part
      }
    }
    return null
  }

  async function learn(sign: string, face: Face, order: readonly FamilyId[]): Promise<void> {
    const key = keyOf(sign, face, order)
    if (!chosen.has(key)) chosen.set(key, await choose(sign, face, order))
    if (chosen.get(key) !== null) return
    const points = Array.from(sign)
    if (points.length > 1) for (const each of points) await learn(each, face, order)
  }

  return {
    async shelf(texts) {
      const first = new Map<Face, FontPart>()
      for (const face of faceOrder) {
        const ofFace = texts[face]
        if (ofFace === undefined) continue
        first.set(face, await partOf(faces[face].first, 'latin', faces[face].weight))
        for (const text of ofFace) {
          for (const sign of new Set(signs(text + REPLACEMENT))) await learn(sign, face, orderFor(face, text))
        }
      }
      return { runs: (text, face) => runsOf(text, face, chosen, first.get(face)) }
    },
  }
}

function runsOf(text: string, face: Face, chosen: ReadonlyMap<string, FontPart | null>, first?: FontPart): Run[] {
  if (first === undefined) throw new Error(`The fonts of the face “${face}” were not read.`)
  const order = orderFor(face, text)
  const runs: { text: string; part: FontPart }[] = []
  const put = (sign: string, part: FontPart) => {
    const seen = drawable(sign, part)
    const last = runs.at(-1)
    if (last?.part === part) last.text += seen
    else if (seen !== '') runs.push({ text: seen, part })
  }
  const known = (sign: string): [string, FontPart] => {
    const part = chosen.get(keyOf(sign, face, order))
    if (part !== null && part !== undefined) return [sign, part]
    return [isUnseen(codePoint(sign)) ? sign : REPLACEMENT, chosen.get(keyOf(REPLACEMENT, face, order)) ?? first]
  }
  for (const sign of signs(text)) {
    const part = chosen.get(keyOf(sign, face, order))
    if (part !== null && part !== undefined) put(sign, part)
    else for (const each of sign) put(...known(each))
  }
  return runs
}

/** Without what steers the direction of words and has no look of its own, unless the font makes something of it. */
function drawable(sign: string, part: FontPart): string {
  if (!UNSEEN.test(sign)) return sign
  return Array.from(sign)
    .filter((each) => !isUnseen(codePoint(each)) || keeps(part, each))
    .join('')
}

const JOINERS = /\u200c|\u200d|\ufe0f/u
const keeps = ({ font }: FontPart, sign: string) => JOINERS.test(sign) && font.hasGlyphForCodePoint(codePoint(sign))

const REPLACEMENT = '\ufffd'

const UNSEEN = /\p{Default_Ignorable_Code_Point}/u
const isUnseen = (code: number) => UNSEEN.test(String.fromCodePoint(code))
const isEmoji = (sign: string) => /\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}/u.test(sign)
const codePoint = (sign: string) => sign.codePointAt(0) ?? 0
const codePoints = (sign: string) => Array.from(sign, codePoint)

const segmenter = new Intl.Segmenter()

/** The signs of a text as people see them, marks and joined emoji included. */
function* signs(text: string): Generator<string> {
  // Most texts are plain, and the careful way costs twenty times as much.
  if (/^[\x20-\x7e\u00a0-\u02ff]*$/u.test(text)) yield* text
  else
    for (const { segment } of segmenter.segment(text))
      yield segment.normalize('NFC').replace(TONE_AND_AM, '\u0e4d$1\u0e32')
}

/** Thai: a vowel that is written behind a mark of tone, and half of which stands below that mark. */
const TONE_AND_AM = /([\u0e48-\u0e4b])\u0e33/gu

function keyOf(sign: string, face: Face, order: readonly FamilyId[]): string {
  return `${face} ${order[4]} ${sign}`
}

async function readPart(key: string, id: FamilyId, slice: string, weight: number): Promise<FontPart> {
  const { name, variable } = families[id]
  const packed = await readFile(sliceFile(id, slice))
  const axes = variable ? { variationAxes: { wght: weight } } : {}
  const bytes = await subsetFont(packed, undefined, { targetFormat: 'truetype', keepAllGlyphs: true, ...axes })
  // Only a collection of several fonts would be another thing, and none of these files is one.
  return { key, family: name, bytes, font: create(bytes) as Font }
}
