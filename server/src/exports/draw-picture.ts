import { createCanvas, loadImage, Path2D, PDFDocument, type Image, type SKRSContext2D } from '@napi-rs/canvas'
import type { Drawing } from '@momentous/shared/drawing/drawing'
import { drawingOf } from '@momentous/shared/drawing/drawing-of'
import { boundsOfMark } from '@momentous/shared/drawing/mark-bounds'
import { paintMarks, type Paintbox } from '@momentous/shared/drawing/paint-marks'
import { pixelsAt, scaleThatFits } from '@momentous/shared/drawing/picture-scale'
import { sheetsOf, type DrawingSheet } from '@momentous/shared/drawing/sheets'
import { boardHtml } from '@momentous/shared/exports/board-html'
import type { RedactedBoard } from '@momentous/shared/exports/redact'
import { svgOf, type InlinePictures } from '@momentous/shared/exports/svg'
import { intersects, type Rect } from '@momentous/shared/scene/geometry'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import { IMAGE_PIXELS_MAX, imageSizeOf, pixelsOf } from '@momentous/shared/exports/image-size'
import { pageFonts } from './page-fonts.ts'
import { bringFonts, type PictureFont } from './picture-fonts.ts'
import type { DrawnPicture, PictureJob } from './picture-job.ts'

/** Draws a board: the same marks in every format, measured by the letters that they are written in. */
export async function drawPicture(job: PictureJob): Promise<DrawnPicture> {
  const font = await bringFonts(textsOf(job.input.board))
  const measure = measuring(font)
  const fitter = createTextFitter((text, size) => measure(text, size, 500))
  const whole = drawingOf(job.input.board, job.part, { fitter, measure })
  const drawing = job.bare === true ? { ...whole, ground: null } : whole
  if (job.format === 'svg') return writtenPicture(svgOf(drawing, inlined(job), job.scale), job.scale)
  if (job.format === 'html') {
    const fonts = await pageFonts(JSON.stringify(job.input.board))
    return writtenPicture(boardHtml(job.input, drawing, inlined(job), fonts), 1)
  }
  const paintbox = await paintboxFor(job, font)
  return job.format === 'png' ? pngPicture(drawing, job.scale, paintbox) : pdfPicture(drawing, job, paintbox)
}

/** Everything that is written on the picture. */
function textsOf({ session, moments, shapes, stages }: RedactedBoard): readonly string[] {
  return [
    session.title,
    ...session.channels.map(({ letter }) => letter),
    ...moments.flatMap(({ text, prompt }) => [text, prompt ?? '']),
    ...shapes.map(({ words }) => words),
    ...stages.map(({ title }) => title),
  ]
}

function measuring(font: PictureFont): (text: string, size: number, weight: number) => number {
  const ctx = createCanvas(1, 1).getContext('2d')
  return (text, size, weight) => {
    ctx.font = font(weight, size)
    return ctx.measureText(text).width
  }
}

const writtenPicture = (text: string, scale: number): DrawnPicture => ({ content: Buffer.from(text), scale })

function inlined({ images }: PictureJob): InlinePictures {
  const each = Array.from(images, ([hash, { mediaType, bytes }]) => {
    return [hash, { mediaType, base64: Buffer.from(bytes).toString('base64') }] as const
  })
  return new Map(each)
}

/** So many pixels are unpacked for one picture, half a gigabyte: they lie outside of what the thread is allowed. */
const PIXELS_OF_ALL = 128_000_000

/** Those that can be unpacked together; what is too large, or doesn't say how large it is, never is. */
export function fewEnough(images: PictureJob['images'], most = PIXELS_OF_ALL): PictureJob['images'] {
  let left = most
  const fitting = Array.from(images).filter(([, { bytes }]) => {
    const size = imageSizeOf(bytes)
    const pixels = size === null ? Infinity : pixelsOf(size)
    if (pixels > Math.min(left, IMAGE_PIXELS_MAX)) return false
    left -= pixels
    return true
  })
  return new Map(fitting)
}

async function paintboxFor({ images }: PictureJob, fontOf: PictureFont): Promise<Paintbox<Path2D, Image>> {
  const decoded = new Map<string, Image>()
  for (const [hash, { bytes }] of fewEnough(images)) {
    // A file that can't be read leaves its place empty, as on the wall.
    const image = await loadImage(Buffer.from(bytes)).catch(() => null)
    if (image !== null) decoded.set(hash, image)
  }
  return { pathOf: (outline) => new Path2D(outline), pictureOf: (hash) => decoded.get(hash), fontOf }
}

/** Paints what lies in this part of the board into the corner of a canvas. */
function paintPart(
  ctx: SKRSContext2D,
  drawing: Drawing,
  part: Rect,
  scale: number,
  paintbox: Paintbox<Path2D, Image>,
): void {
  ctx.save()
  ctx.scale(scale, scale)
  ctx.beginPath()
  ctx.rect(0, 0, part.w, part.h)
  ctx.clip()
  if (drawing.ground !== null) {
    ctx.fillStyle = drawing.ground
    ctx.fillRect(0, 0, part.w, part.h)
  }
  ctx.translate(-part.x, -part.y)
  paintMarks(ctx, drawing, paintbox)
  ctx.restore()
}

async function pngPicture(drawing: Drawing, wish: number, paintbox: Paintbox<Path2D, Image>): Promise<DrawnPicture> {
  const scale = scaleThatFits(drawing.bounds, wish)
  const { width, height } = pixelsAt(drawing.bounds, scale)
  const canvas = createCanvas(width, height)
  paintPart(canvas.getContext('2d'), drawing, drawing.bounds, scale, paintbox)
  return { content: await canvas.encode('png'), scale }
}

/** Of a ligature most readers of PDF take out no letters: letters that stand a hair apart make none. */
const APART = '0.001px'
const NUMBER_LETTERS = { size: 8, weight: 500 } as const

function pdfPicture(drawing: Drawing, { pages }: PictureJob, paintbox: Paintbox<Path2D, Image>): DrawnPicture {
  const pdf = new PDFDocument({ title: drawing.title, creator: 'Momentous' })
  const sheets = sheetsOf(drawing.bounds, pages)
  // A hundred sheets with everything on each would take a hundred times as long.
  const bounds = sheets.length > 1 ? drawing.marks.map(boundsOfMark) : null
  const marksOn = ({ part }: DrawingSheet) =>
    drawing.marks.filter((_mark, at) => intersects(bounds?.[at] ?? part, part))
  sheets.forEach((sheet, at) => {
    // It is the context of a page that has no canvas; everything that paints is there.
    const ctx = pdf.beginPage(sheet.paper.w, sheet.paper.h) as unknown as SKRSContext2D
    ctx.letterSpacing = APART
    ctx.save()
    ctx.translate(sheet.at.x, sheet.at.y)
    paintPart(ctx, { ...drawing, marks: marksOn(sheet) }, sheet.part, sheet.scale, paintbox)
    ctx.restore()
    if (sheets.length > 1) writeNumber(ctx, sheet, `${drawing.title} · ${at + 1} of ${sheets.length}`, paintbox.fontOf)
    pdf.endPage()
  })
  return { content: pdf.close(), scale: sheets[0]?.scale ?? 1 }
}

function writeNumber(ctx: SKRSContext2D, { paper, at }: DrawingSheet, words: string, fontOf: PictureFont): void {
  ctx.font = fontOf(NUMBER_LETTERS.weight, NUMBER_LETTERS.size)
  ctx.fillStyle = '#5b554a'
  ctx.fillText(words, at.x, paper.h - at.y / 2)
}
