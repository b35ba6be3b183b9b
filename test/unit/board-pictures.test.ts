import { createCanvas, loadImage, Path2D } from '@napi-rs/canvas'
import { drawingOf, type DrawnPart } from '@momentous/shared/drawing/drawing-of'
import { boundsOfMark } from '@momentous/shared/drawing/mark-bounds'
import { paintMarks } from '@momentous/shared/drawing/paint-marks'
import { sheetsOf } from '@momentous/shared/drawing/sheets'
import { keptInput } from '@momentous/shared/exports/board-html'
import { redact } from '@momentous/shared/exports/redact'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPicture, fewEnough } from '../../server/src/exports/draw-picture.ts'
import { bringFonts } from '../../server/src/exports/picture-fonts.ts'
import type { PictureFile } from '../../server/src/exports/desk.ts'
import type { PictureJob } from '../../server/src/exports/picture-job.ts'
import { BOARD, sampleBoard, sampleMoment } from '../support/board-sample.ts'
import { pngHeader } from '../support/image-headers.ts'
import { pictureBoard } from '../support/picture-board.ts'

const square = createCanvas(4, 4)
square.getContext('2d').fillRect(0, 0, 4, 4)
const images: PictureJob['images'] = new Map([
  ['ab'.repeat(32), { mediaType: 'image/png', bytes: square.toBuffer('image/png') }],
])

const draw = (format: PictureJob['format'], facts: Partial<PictureJob> = {}, part: DrawnPart = { of: 'all' }) =>
  drawPicture({
    input: keptInput(BOARD, redact(pictureBoard(), 'participant'), 1_795_300_000_000),
    ...{ part, format, scale: 1, pages: 'one', images },
    ...facts,
  })
const IMAGE: DrawnPart = { of: 'area', area: { x: 860, y: 440, w: 40, h: 40 } }

describe('a picture drawn by the server', () => {
  it('as PNG has the pixels that were asked for, and the images of the board', async () => {
    const { content, scale } = await draw('png', { scale: 2 }, IMAGE)
    const image = await loadImage(Buffer.from(content))
    expect([image.width, image.height, scale]).toEqual([80, 80, 2])
    const canvas = createCanvas(80, 80)
    canvas.getContext('2d').drawImage(image, 0, 0)
    const { data } = canvas.getContext('2d').getImageData(4, 76, 1, 1)
    expect([...data]).toEqual([0, 0, 0, 255])
  })

  it('is made smaller where no program would open it', async () => {
    const moments = Array.from({ length: 300 }, (_, at) => sampleMoment(at + 1))
    const { content, scale } = await draw('png', {
      input: keptInput(BOARD, redact(sampleBoard({ moments }), 'participant'), 0),
      scale: 4,
    })
    const image = await loadImage(Buffer.from(content))
    expect(image.width).toBeLessThanOrEqual(16_384)
    expect(scale).toBeLessThan(1)
    expect(scale).toBeGreaterThan(0.3)
  })

  it('as SVG keeps its words and holds its images', async () => {
    const svg = Buffer.from((await draw('svg')).content).toString()
    expect(svg).toContain('>Arriving &lt;here&gt;</text>')
    expect(svg).toContain('href="data:image/png;base64,')
    expect(svg).not.toMatch(/<script|javascript:|href="(?!data:image\/)|\son\w+=/i)
  })

  it('as PDF is one sheet, or many for paper', async () => {
    const pagesOf = (content: Uint8Array) =>
      Buffer.from(content)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length
    const one = await draw('pdf')
    expect(Buffer.from(one.content).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(pagesOf(one.content)).toBe(1)
    const long: DrawnPart = { of: 'area', area: { x: -162, y: -460, w: 4000, h: 1000 } }
    expect(pagesOf((await draw('pdf', { pages: 'many' }, long)).content)).toBe(3)
  })
})

it('no mark is seen outside of its bounds, so that a sheet of paper has only what lies on it', async () => {
  const font = await bringFonts(['Words 漢 م ש'])
  const measuring = createCanvas(1, 1).getContext('2d')
  const measure = (text: string, size: number, weight: number) => {
    measuring.font = font(weight, size)
    return measuring.measureText(text).width
  }
  const fitter = createTextFitter((text, size) => measure(text, size, 500))
  const { marks, bounds } = drawingOf(redact(pictureBoard(), 'participant'), { of: 'all' }, { fitter, measure })
  const canvas = createCanvas(Math.ceil(bounds.w / 4), Math.ceil(bounds.h / 4))
  const ctx = canvas.getContext('2d')
  ctx.scale(0.25, 0.25)
  ctx.translate(-bounds.x, -bounds.y)
  const paintbox = { pathOf: (outline: string) => new Path2D(outline), pictureOf: () => undefined, fontOf: font }
  // All is painted, then everything within the bounds of each is taken away again: nothing may be left of it.
  const leftOver = marks.filter((mark) => {
    ctx.clearRect(bounds.x, bounds.y, bounds.w + 2, bounds.h + 2)
    paintMarks(ctx, { marks: [mark] }, paintbox)
    const { x, y, w, h } = boundsOfMark(mark)
    ctx.clearRect(x, y, w, h)
    const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height)
    return new Uint32Array(data.buffer, data.byteOffset, data.length / 4).some((pixel) => pixel >>> 24 > 8)
  })
  expect(leftOver).toEqual([])
  const [least] = marks.filter(({ kind }) => kind === 'words').map((mark) => boundsOfMark(mark).w)
  expect(least).toBeLessThan(400)
})

describe('the images of a picture', () => {
  const image = (width: number, height: number): PictureFile => ({
    mediaType: 'image/png',
    bytes: Buffer.from(pngHeader(width, height)),
  })
  const namesOf = (each: Record<string, PictureFile>, most?: number) => [
    ...fewEnough(new Map(Object.entries(each)), most).keys(),
  ]

  it('are left out where they are too large, or don’t say how large they are', () => {
    const torn: PictureFile = { mediaType: 'image/png', bytes: Buffer.from('torn') }
    expect(namesOf({ bomb: image(6000, 6000), torn, fine: image(4000, 4000) })).toEqual(['fine'])
  })

  it('are together no more than can be unpacked', () => {
    const each = { one: image(10, 10), wide: image(10, 11), two: image(10, 9) }
    expect(namesOf(each, 190)).toEqual(['one', 'two'])
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`image-${at}`, image(4000, 4000)]))
    expect(namesOf(many)).toHaveLength(8)
  })

  it('leave their place empty', async () => {
    const bomb = createCanvas(6000, 3000).toBuffer('image/jpeg')
    const files: PictureJob['images'] = new Map([['ab'.repeat(32), { mediaType: 'image/jpeg', bytes: bomb }]])
    const { content } = await draw('png', { images: files }, IMAGE)
    const { content: empty } = await draw('png', { images: new Map() }, IMAGE)
    expect(Buffer.from(content).equals(Buffer.from(empty))).toBe(true)
  })
})

describe('sheets of paper', () => {
  it('are two for what is a hair too long for one', () => {
    expect(sheetsOf({ x: 0, y: 0, w: 1050, h: 500 }, 'many')).toHaveLength(2)
  })

  const bounds = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    w: fc.integer({ min: 10, max: 200_000 }),
    h: fc.integer({ min: 10, max: 20_000 }),
  })

  it('show all of the board, at most a hundred of them, each within its paper', () => {
    fc.assert(
      fc.property(bounds, fc.constantFrom('one' as const, 'many' as const), (whole, pages) => {
        const sheets = sheetsOf(whole, pages)
        expect(sheets.length).toBeLessThanOrEqual(100)
        const right = Math.max(...sheets.map(({ part }) => part.x + part.w))
        const bottom = Math.max(...sheets.map(({ part }) => part.y + part.h))
        expect([right, bottom]).toEqual([whole.x + whole.w, whole.y + whole.h].map((end) => expect.closeTo(end, 3)))
        for (const { paper, at, part, scale } of sheets) {
          expect(at.x + part.w * scale).toBeLessThanOrEqual(paper.w + 0.001)
          expect(at.y + part.h * scale).toBeLessThanOrEqual(paper.h + 0.001)
          expect(Math.max(paper.w, paper.h)).toBeLessThanOrEqual(14_400.001)
        }
        const besides = sheets.slice(1).filter(({ part }, at) => {
          const before = sheets[at]?.part
          return before && part.y === before.y && part.x > before.x + before.w
        })
        expect(besides).toEqual([])
      }),
    )
  })
})
