import type { BoxMark, DiscMark, Drawing, Mark, PathMark, PictureMark, WordsMark } from '../drawing/drawing.ts'
import { plainText } from './plain-text.ts'
import { xmlText } from './xml-text.ts'

/** A picture's file as it is written into another one. */
export interface InlinePicture {
  readonly mediaType: 'image/webp' | 'image/png' | 'image/jpeg'
  readonly base64: string
}

/** The pictures that are at hand, by what is in them. */
export type InlinePictures = ReadonlyMap<string, InlinePicture>

/** The name of the group that holds everything that is seen. */
export const MARKS_ID = 'momentous-marks'

/** Named, never embedded: the application's own first, then what comes near it. */
export const PICTURE_FONTS = "'Hanken Grotesk', 'Hanken Grotesk Variable', 'Segoe UI', system-ui, sans-serif"

/**
 * A drawing as SVG: words stay words, pictures lie inside, and there is nothing in it that runs or that is fetched from
 * elsewhere. `scale` is how large it is shown where nobody says.
 */
export function svgOf({ title, bounds, ground, marks }: Drawing, pictures: InlinePictures, scale = 1): string {
  const { x, y, w, h } = bounds
  const root = attributes({
    ...{ xmlns: 'http://www.w3.org/2000/svg', version: '1.1', role: 'img' },
    ...{ width: w * scale, height: h * scale, viewBox: [x, y, w, h].map(figure).join(' ') },
    ...{ 'font-family': PICTURE_FONTS, 'font-weight': 500, 'xml:space': 'preserve' },
  })
  const lines = [
    `<svg${root}>`,
    `<title>${markup(title)}</title>`,
    `<g id="${MARKS_ID}">`,
    ...(ground === null ? [] : [`<rect${attributes({ x, y, width: w, height: h, fill: ground })}/>`]),
    ...marks.map((mark, at) => svgMark(mark, at, pictures)),
    '</g>',
    '</svg>',
  ]
  return `${lines.join('\n')}\n`
}

const markup = (text: string) => xmlText(plainText(text))

function svgMark(mark: Mark, at: number, pictures: InlinePictures): string {
  switch (mark.kind) {
    case 'box':
      return svgBox(mark)
    case 'disc':
      return svgDisc(mark)
    case 'path':
      return svgPath(mark)
    case 'words':
      return svgWords(mark)
    case 'picture':
      return svgPicture(mark, at, pictures.get(mark.hash))
  }
}

type Attributes = Readonly<Record<string, string | number | null>>

/** What is null isn't written. */
function attributes(given: Attributes): string {
  return Object.entries(given)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${markup(typeof value === 'number' ? figure(value) : String(value))}"`)
    .join('')
}

const figure = (value: number) => String(Math.round(value * 100) / 100)

function look({ fill, line, strength = 1 }: BoxMark | DiscMark | PathMark): Attributes {
  const dash = line?.dash === undefined || line.dash.length === 0 ? null : line.dash.join(' ')
  const round = line?.round === true ? 'round' : null
  return {
    fill: fill ?? 'none',
    stroke: line?.colour ?? null,
    'stroke-width': line?.width ?? null,
    'stroke-dasharray': dash,
    'stroke-linecap': round,
    'stroke-linejoin': round,
    opacity: strength === 1 ? null : strength,
  }
}

function svgBox(mark: BoxMark): string {
  const { x, y, w, h, corner } = mark
  return `<rect${attributes({ x, y, width: w, height: h, rx: corner === 0 ? null : corner, ...look(mark) })}/>`
}

function svgDisc(mark: DiscMark): string {
  return `<circle${attributes({ cx: mark.x, cy: mark.y, r: mark.radius, ...look(mark) })}/>`
}

function svgPath(mark: PathMark): string {
  const { x, y, scale, outline, blend = false } = mark
  const moved = x === 0 && y === 0 ? '' : `translate(${figure(x)} ${figure(y)})`
  const transform = `${moved}${scale === 1 ? '' : ` scale(${Math.round(scale * 1e4) / 1e4})`}`.trim()
  const style = blend ? 'mix-blend-mode: multiply' : null
  return `<path${attributes({ d: outline, transform: transform === '' ? null : transform, ...look(mark), style })}/>`
}

/** A font that isn't there must not push words over a note's edge: their line keeps the width it was broken to. */
function svgWords({ text, x, y, width, size, weight, colour, rightToLeft, align }: WordsMark): string {
  const fits = width !== null && width > 0 && !rightToLeft
  return `<text${attributes({
    ...{ x, y, 'font-size': size, 'font-weight': weight === 500 ? null : weight, fill: colour },
    direction: rightToLeft ? 'rtl' : null,
    'text-anchor': align === 'middle' ? 'middle' : null,
    textLength: fits ? width : null,
    lengthAdjust: fits ? 'spacingAndGlyphs' : null,
  })}>${markup(text)}</text>`
}

function svgPicture({ x, y, w, h, corner, instead }: PictureMark, at: number, picture?: InlinePicture): string {
  const place = { x, y, width: w, height: h }
  const frame = { ...place, rx: corner }
  if (picture === undefined) return `<rect${attributes({ ...frame, fill: instead })}/>`
  const id = `picture-${at}`
  const href = `data:${picture.mediaType};base64,${picture.base64}`
  const image = { ...place, href, preserveAspectRatio: 'none', 'clip-path': `url(#${id})` }
  return `<clipPath id="${id}"><rect${attributes(frame)}/></clipPath><image${attributes(image)}/>`
}
