import { createCanvas, loadImage, Path2D, PDFDocument, type Image, type SKRSContext2D } from '@napi-rs/canvas'
import type { Drawing } from '@momentous/shared/drawing/drawing'
import { drawingOf } from '@momentous/shared/drawing/drawing-of'
import { paintMarks, type Paintbox } from '@momentous/shared/drawing/paint-marks'
import { sheetsOf, type DrawingSheet } from '@momentous/shared/drawing/sheets'
import { boardHtml } from '@momentous/shared/exports/board-html'
import { svgOf, type InlinePictures } from '@momentous/shared/exports/svg'
import type { Rect } from '@momentous/shared/scene/geometry'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import { bringFonts, pictureFont } from './picture-fonts.ts'
import type { DrawnPicture, PictureJob } from './picture-job.ts'

/** No side of a PNG is longer, and no PNG has more pixels: most programs open none that are larger. */
const MOST = { side: 16_384, pixels: 64_000_000 } as const

/** Draws a board: the same marks in every format, measured by the letters that they are written in. */
export async function drawPicture(job: PictureJob): Promise<DrawnPicture> {
  bringFonts()
  const measure = measuring()
  const fitter = createTextFitter((text, size) => measure(text, size, 500))
  const drawing = drawingOf(job.input.board, job.part, { fitter, measure })
  if (job.format === 'svg') return writtenPicture(svgOf(drawing, inlined(job), job.scale), job.scale)
  if (job.format === 'html') return writtenPicture(boardHtml(job.input, drawing, inlined(job)), 1)
  const paintbox = await paintboxFor(job)
  return job.format === 'png' ? pngPicture(drawing, job.scale, paintbox) : pdfPicture(drawing, job, paintbox)
}

function measuring(): (text: string, size: number, weight: number) => number {
  const ctx = createCanvas(1, 1).getContext('2d')
  return (text, size, weight) => {
    ctx.font = pictureFont(weight, size)
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

async function paintboxFor({ images }: PictureJob): Promise<Paintbox<Path2D, Image>> {
  const decoded = new Map<string, Image>()
  for (const [hash, { bytes }] of images) {
    // A file that can't be read leaves its place empty, as on the wall.
    const image = await loadImage(Buffer.from(bytes)).catch(() => null)
    if (image !== null) decoded.set(hash, image)
  }
  return { pathOf: (outline) => new Path2D(outline), pictureOf: (hash) => decoded.get(hash), fontOf: pictureFont }
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
  ctx.fillStyle = drawing.ground
  ctx.fillRect(0, 0, part.w, part.h)
  ctx.translate(-part.x, -part.y)
  paintMarks(ctx, drawing, paintbox)
  ctx.restore()
}

async function pngPicture(drawing: Drawing, wish: number, paintbox: Paintbox<Path2D, Image>): Promise<DrawnPicture> {
  const { w, h } = drawing.bounds
  const scale = Math.min(wish, MOST.side / w, MOST.side / h, Math.sqrt(MOST.pixels / (w * h)))
  const canvas = createCanvas(Math.max(1, Math.floor(w * scale)), Math.max(1, Math.floor(h * scale)))
  paintPart(canvas.getContext('2d'), drawing, drawing.bounds, scale, paintbox)
  return { content: await canvas.encode('png'), scale }
}

/** Of a ligature most readers of PDF take out no letters: letters that stand a hair apart make none. */
const APART = '0.001px'
const NUMBER_LETTERS = { size: 8, weight: 500 } as const

function pdfPicture(drawing: Drawing, { pages }: PictureJob, paintbox: Paintbox<Path2D, Image>): DrawnPicture {
  const pdf = new PDFDocument({ title: drawing.title, creator: 'Momentous' })
  const sheets = sheetsOf(drawing.bounds, pages)
  sheets.forEach((sheet, at) => {
    // It is the context of a page that has no canvas; everything that paints is there.
    const ctx = pdf.beginPage(sheet.paper.w, sheet.paper.h) as unknown as SKRSContext2D
    ctx.letterSpacing = APART
    ctx.save()
    ctx.translate(sheet.at.x, sheet.at.y)
    paintPart(ctx, drawing, sheet.part, sheet.scale, paintbox)
    ctx.restore()
    if (sheets.length > 1) writeNumber(ctx, sheet, `${drawing.title} · ${at + 1} of ${sheets.length}`)
    pdf.endPage()
  })
  return { content: pdf.close(), scale: sheets[0]?.scale ?? 1 }
}

function writeNumber(ctx: SKRSContext2D, { paper, at }: DrawingSheet, words: string): void {
  ctx.font = pictureFont(NUMBER_LETTERS.weight, NUMBER_LETTERS.size)
  ctx.fillStyle = '#5b554a'
  ctx.fillText(words, at.x, paper.h - at.y / 2)
}
