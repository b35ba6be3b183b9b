import { openFonts } from '@momentous/server/exports/fonts'
import { openUndrawn } from '@momentous/server/exports/undrawn'
import { typesetter } from '@momentous/server/exports/word-lines'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportInput, sampleBoard, sampleMoment } from '../support/board-sample.ts'
import { hostileTexts } from '../support/hostile-text.ts'

const fonts = openFonts()
const LOOK = { face: 'plain', size: 10 } as const

async function shelfFor(...texts: string[]) {
  return await fonts.shelf({ plain: texts })
}

async function setting(text: string, width = 1000) {
  return typesetter(await shelfFor(text)).lines(text, LOOK, width)
}

const wordsOf = (lines: Awaited<ReturnType<typeof setting>>) =>
  lines.map(({ pieces }) => pieces.map(({ text }) => text))

describe('the fonts of a document', () => {
  beforeAll(() => shelfFor('warm'))

  it.each([
    ['Crème brûlée, ő, Đ', 'Hanken Grotesk'],
    ['Ωμέγα', 'Noto Sans'],
    ['Привет', 'Noto Sans'],
    ['مرحبا', 'Noto Sans Arabic'],
    ['שלום', 'Noto Sans Hebrew'],
    ['顾客走进商店', 'Noto Sans SC'],
    ['ひらがな漢字', 'Noto Sans JP'],
    ['안녕하세요', 'Noto Sans KR'],
    ['สวัสดี', 'Noto Sans Thai'],
    ['வணக்கம்', 'Noto Sans Tamil'],
    ['გამარჯობა', 'Noto Sans Georgian'],
    ['Բարեւ', 'Noto Sans Armenian'],
    ['नमस्ते', 'Noto Sans'],
    ['✔', 'Noto Sans Symbols 2'],
    ['😀👩‍👩‍👧🇫🇷', 'Noto Emoji'],
  ])('have every sign of %s in %s', async (text, family) => {
    const runs = (await shelfFor(text)).runs(text, 'plain')
    expect(new Set(runs.map(({ part }) => part.family))).toEqual(new Set([family]))
    expect(runs.map((run) => run.text).join('')).toBe(text)
    expect(
      runs.flatMap(({ part, text: words }) => part.font.layout(words).glyphs).filter(({ id }) => id === 0),
    ).toEqual([])
  })

  it('show a family, a flag and a mark on a letter as one sign each', async () => {
    for (const sign of ['👩‍👩‍👧', '🇫🇷', 'e\u0301']) {
      const [run] = (await shelfFor(sign)).runs(sign, 'plain')
      expect(run?.part.font.layout(run.text).glyphs).toHaveLength(1)
    }
  })

  it('show what no font has as the replacement character, and say nothing of what has no look', async () => {
    const text = 'a\u{10ffff}\u202eb'
    expect((await shelfFor(text)).runs(text, 'plain').map((run) => run.text)).toEqual(['a', '\ufffd', 'b'])
  })

  it('set a Thai vowel below the mark of tone that it is written behind', async () => {
    const [run] = (await shelfFor('น้ำ')).runs('น้ำ', 'plain')
    expect(run?.text).toBe('น\u0e4d\u0e49\u0e32')
  })

  it('tell which signs of a form they don’t have', () => {
    const undrawn = openUndrawn()
    const moments = ['ጤና ይስጥልኝ', 'Crème 😀 สวัสดี 顾客\u202e'].map((text, n) => sampleMoment(n, { text }))
    expect(undrawn(exportInput(sampleBoard({ moments }))).join('')).toBe('ጤናይስጥልኝ')
    expect(undrawn(exportInput(sampleBoard({ moments: moments.slice(1) })))).toEqual([])
  })

  it('set whatever was written', async () => {
    const texts = hostileTexts.map((text) => text.toWellFormed())
    const words = typesetter(await shelfFor(...texts))
    for (const text of texts) {
      for (const line of words.lines(text, LOOK, 60)) expect(line.width).toBeLessThan(75)
    }
  })
})

describe('lines of words', () => {
  it('break between words, inside words that are too long, and between signs where there are no blanks', async () => {
    expect((await setting('one two three', 40)).map(({ text }) => text)).toEqual(['one two', 'three'])
    const long = await setting(`a ${'x'.repeat(60)} b`, 100)
    expect(long.map(({ text }) => text).join('|')).toMatch(/^a\|x{15,25}(\|x+)+ b$/u)
    expect((await setting('顾客走进商店，寻找', 55)).map(({ text }) => text)).toEqual(['顾客走进商', '店，寻找'])
  })

  it('go from right to left where the paragraph does, numbers and other scripts the other way', async () => {
    const [hebrew] = await setting('שלום (abc 12) עולם!')
    expect(hebrew?.rightToLeft).toBe(true)
    expect(wordsOf(hebrew === undefined ? [] : [hebrew])).toEqual([
      ['!', 'עולם', ' ', '(', 'abc 12', ')', ' ', 'שלום'].map((word) => expect.stringContaining(word.trim())),
    ])
    const [arabic] = await setting('هنا ١٢٣')
    expect(arabic?.pieces.map(({ text }) => text)).toEqual(['١', '٢', '٣', ' ', 'هنا'])
  })

  it('end where a line feed is, and an empty line stays a line', async () => {
    expect((await setting('a\n\nb')).map(({ text }) => text)).toEqual(['a', '', 'b'])
  })
})
