import { createCanvas } from '@napi-rs/canvas'
import { bringFonts } from '../../server/src/exports/picture-fonts.ts'
import { expect, it } from 'vitest'

const SIZE = 40

/** How much ink a sign leaves, and how wide it is. */
function inkOf(sign: string, font: string): number {
  const canvas = createCanvas(4 * SIZE, 2 * SIZE)
  const ctx = canvas.getContext('2d')
  ctx.font = font
  ctx.fillText(sign, SIZE / 2, 1.5 * SIZE)
  const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height)
  return data.filter((value, at) => at % 4 === 3 && value > 128).length
}

it('every sign that a font of ours has is seen on a picture: flags with their letters, keys, arrows, ticks', async () => {
  const signs = [
    '🇳🇱',
    '🇩🇪',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '1️⃣',
    '🅰️',
    '→',
    '✓',
    '★',
    '☎',
    '☑',
    '🙂',
    '👩‍👩‍👧',
    'Ж',
    'λ',
    'ש',
    'م',
    '漢',
    'か',
    '한',
  ]
  const font = (await bringFonts(signs))(500, SIZE)
  expect(signs.filter((sign) => inkOf(sign, font) < 30)).toEqual([])
  // Not one and the same mark for what nobody knows.
  expect(new Set(['🇳🇱', '🇩🇪', '🇫🇷', '→'].map((sign) => inkOf(sign, font))).size).toBe(4)
})
