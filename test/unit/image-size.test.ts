import { createCanvas } from '@napi-rs/canvas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imageSizeOf } from '@momentous/shared/exports/image-size'
import { logoOf } from '@momentous/shared/exports/logo'
import { pngHeader, webpHeader } from '../support/image-headers.ts'

const SIZE = { width: 641, height: 359 }
const canvas = createCanvas(SIZE.width, SIZE.height)
canvas.getContext('2d').fillRect(9, 9, 99, 99)
const jpeg = canvas.toBuffer('image/jpeg')
const inParts = canvas.toBuffer('image/webp', 60)
const lossy = onlyPart('VP8 ', inParts)
const lossless = onlyPart('VP8L', canvas.toBuffer('image/webp', 100))

/** The same WebP without what tells of its colours: of one part, it says its size in another way. */
function onlyPart(kind: string, webp: Buffer): Buffer {
  return Buffer.concat([webp.subarray(0, 12), webp.subarray(webp.indexOf(kind, 12, 'latin1'))])
}

/** With something between the mark that begins a JPEG and the rest. */
const jpegWith = (...between: number[]) => Buffer.concat([jpeg.subarray(0, 2), Buffer.from(between), jpeg.subarray(2)])

describe('the size that a file says of itself', () => {
  it('is that of what was drawn, in each kind of file', () => {
    expect([lossy, lossless, inParts].map((each) => each.toString('latin1', 12, 16))).toEqual(['VP8 ', 'VP8L', 'VP8X'])
    const files = [canvas.toBuffer('image/png'), jpeg, lossy, lossless, inParts, webpHeader(641, 359)]
    expect(files.map(imageSizeOf)).toEqual(files.map(() => SIZE))
  })

  it('is read to the last bit', () => {
    expect(imageSizeOf(webpHeader(16_777_216, 65_793))).toEqual({ width: 16_777_216, height: 65_793 })
    expect(imageSizeOf(pngHeader(4_294_967_295, 1))).toEqual({ width: 4_294_967_295, height: 1 })
  })

  it('of a JPEG stands behind whatever else it tells', () => {
    expect(imageSizeOf(jpegWith(0xff, 0xff, 0xfe, 0, 4, 1, 2))).toEqual(SIZE)
  })

  it('is not guessed where two readers could read two', () => {
    const bare = jpegWith(0xff, 0x01, 0, 4, 1, 2)
    const short = jpegWith(0xff, 0xfe, 0, 1)
    const twoKinds = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 90, 0, 0]), webpHeader(2, 2).subarray(8)])
    expect([bare, short, twoKinds, pngHeader(0, 9), pngHeader(9, 9).fill('x', 12, 16)].map(imageSizeOf)).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })

  it('is never more than asked for of a torn file', () => {
    const whole = fc.constantFrom(jpeg, lossy, lossless, pngHeader(641, 359))
    fc.assert(
      fc.property(whole, fc.nat(700), fc.uint8Array({ maxLength: 40 }), (file, end, noise) => {
        for (const torn of [file.subarray(0, end), noise])
          expect([null, SIZE.width]).toContain(imageSizeOf(torn)?.width ?? null)
      }),
    )
  })
})

describe('a firm’s logo', () => {
  it('is a PNG or a JPEG with sides that fit a page', () => {
    const kinds = [canvas.toBuffer('image/png'), jpeg, lossy, pngHeader(4096, 1), pngHeader(4097, 1)].map(logoOf)
    expect(kinds.map((logo) => logo?.kind ?? null)).toEqual(['png', 'jpg', null, 'png', null])
  })
})
