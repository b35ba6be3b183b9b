import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

const MOST = 400
const full = (piece: string) => [...piece.repeat(MOST)].slice(0, MOST).join('').slice(0, MOST)

/** What people write and paste into notes, at the full 400 characters where that is harder. */
const texts: Readonly<Record<string, string>> = {
  'a short line': 'Phones to book a visit',
  'four hundred characters of prose': full('The patient waits and nobody says for how long it will take today. '),
  'words that are too long for a line': full(
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ',
  ),
  'one word of four hundred letters': full('abcdefghijklmnopqrstuvwxyz'),
  'capitals, which are wide': full('WAITS FOR HOW LONG AND MMM '),
  'emoji and families': full('Waits 😀 and 👩‍👩‍👧‍👦 says 🏳️‍🌈 nothing 👍🏽 '),
  'emoji without a space': full('😀👍🏽'),
  Arabic: full('يدخل المريض ويبحث عن مكتب الاستقبال ثم ينتظر وقتا طويلا '),
  Hebrew: full('המטופל נכנס ומחפש את הדלפק ואז ממתין זמן רב '),
  'Hebrew with English and digits in it': full('המטופל calls 24 times ומחכה '),
  'scripts without spaces': full('患者は受付を探してからずっと待っています'),
  'many lines': 'Comes in\n\nLooks round\n  waits a little\nand then\n\n\nleaves',
  'spaces at the ends of lines': full('waits      and      waits      '),
  'an address': `See https://example.com/a/really/long/path?with=query&and=more#and-a-fragment ${'x'.repeat(40)} and call`,
  'hyphens, dashes and slashes': full('well-known check-in 24-hour yes/no — “quoted” … really?yes '),
  'combining marks': full('Z̤͔a̙l̮g͕o̱ ké̱pt waiting '),
}

describe('the words of a note', () => {
  const stage = wallStage()
  let page: Page

  beforeAll(async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 900 } })
    await openWall(page, stage.fixture(), 'phase=post')
  })

  /** Puts the words on the third note, as if somebody else had typed them; the lines of both, as they are seen. */
  const linesOf = (words: string, channel: string | null) =>
    page.evaluate(
      ([text, type]) => {
        const { board, bench, wall } = window.fixture
        const id = board.line()[2]
        const before = id && wall.moment(id)
        if (!id || !before || text === null) throw new Error('There is no third note.')
        board.run('set-contact-type', { ids: [id], channel: type })
        board.run('edit-text', { root: 'moments', id, key: 'text', index: 0, remove: before.text.length, insert: text })
        const note = bench.scene.note(id)
        if (!note) throw new Error('The third note is not on the wall.')
        const { layout, rect } = note

        const field = document.createElement('div')
        field.className = 'note-editor'
        field.dir = 'auto'
        const inside = type === null ? 148 : 144
        Object.assign(field.style, {
          ...{ height: 'auto', width: `${inside}px` },
          ...{ fontSize: `${layout.size}px`, lineHeight: `${layout.leading}px` },
        })
        field.textContent = text
        document.querySelector('.wall-frame')?.append(field)
        const range = document.createRange()
        const lines = new Map<number, string>()
        for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
          if (!/\S/u.test(segment) || !field.firstChild) continue
          range.setStart(field.firstChild, index)
          range.setEnd(field.firstChild, index + segment.length)
          const box = [...range.getClientRects()].at(-1)
          const row = Math.floor(((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 / layout.leading)
          lines.set(row, (lines.get(row) ?? '') + segment)
        }
        const wide = field.scrollWidth - field.clientWidth
        const high = field.getBoundingClientRect().height
        field.remove()
        const bare = (line: string) => line.replaceAll(/\s/gu, '')
        return {
          field: [...lines.values()],
          canvas: layout.lines.map((line) => bare(line.text)).filter((line) => line !== ''),
          wide,
          taller: high - layout.height,
          widest: Math.max(...layout.lines.map(({ width }) => width)) - inside,
          /** What is left in the note below the words, over the foot. */
          room: rect.h - 12 - layout.height - 32,
        }
      },
      [words, channel] as const,
    )

  it.each(Object.entries(texts))(
    '%s break alike in the field and on the wall, and never stick out',
    async (_name, words) => {
      for (const channel of [null, 'phone']) {
        const { field, canvas, wide, taller, widest, room } = await linesOf(words, channel)
        expect(canvas).toEqual(field)
        expect({ wide, taller }).toEqual({ wide: 0, taller: 0 })
        expect(widest).toBeLessThan(0.1)
        expect(room).toBeGreaterThanOrEqual(0)
      }
    },
  )

  /** Where the words' dark pixels begin and end in a picture of the note's inside. */
  const inkIn = async (clip: { x: number; y: number; width: number; height: number }) => {
    const picture = (await page.screenshot({ clip })).toString('base64')
    return page.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.codePointAt(0) ?? 0)
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const ctx = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      ctx?.drawImage(bitmap, 0, 0)
      const pixels = ctx?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
      const dark = Array.from({ length: pixels.length / 4 }, (_, at) => at).filter(
        (at) => (pixels[at * 4] ?? 255) < 120,
      )
      const [xs, ys] = [dark.map((at) => at % bitmap.width), dark.map((at) => Math.floor(at / bitmap.width))]
      const least = (all: readonly number[]) => all.reduce((a, b) => Math.min(a, b), Infinity)
      const most = (all: readonly number[]) => all.reduce((a, b) => Math.max(a, b), -Infinity)
      return { left: least(xs), right: most(xs), top: least(ys), bottom: most(ys), dark: dark.length }
    }, picture)
  }

  it.each([0.8, 1, 1.5])('lie at the same spot in the field and on the wall at a zoom of %d', async (zoom) => {
    // Words alone: no caret, and no buttons, which may lie over a note that reaches up to the panels.
    await page.addStyleTag({
      content: '.note-editor { caret-color: transparent !important } .quick-actions { visibility: hidden }',
    })
    for (const name of ['four hundred characters of prose', 'Arabic', 'many lines', 'a short line']) {
      await linesOf(texts[name] ?? '', null)
      const clip = await page.evaluate((to) => {
        const { bench, board } = window.fixture
        const note = bench.scene.note(board.line()[2] ?? ('' as never))
        if (!note) throw new Error('The third note is not on the wall.')
        bench.camera.zoomTo(to)
        bench.selection.set([note.id])
        bench.camera.reveal(note.rect)
        const at = bench.camera.toScreen({ x: note.rect.x + 6, y: note.rect.y + 6 })
        return { x: at.x, y: at.y, width: (note.rect.w - 12) * to, height: (note.rect.h - 36) * to }
      }, zoom)
      await page.waitForTimeout(700)
      const on = await page.evaluate(() => {
        const { bench, board } = window.fixture
        const note = bench.scene.note(board.line()[2] ?? ('' as never))
        return note && bench.camera.toScreen({ x: note.rect.x + 6, y: note.rect.y + 6 })
      })
      const inside = { ...clip, x: on?.x ?? 0, y: on?.y ?? 0 }
      const painted = await inkIn(inside)
      await page.evaluate(() => window.fixture.bench.desk.editing.set(window.fixture.board.line()[2] ?? null))
      await page.locator('.note-editor').waitFor()
      await page.waitForTimeout(150)
      const typed = await inkIn(inside)
      const overflows = await page
        .locator('.note-editor')
        .evaluate((field) => field.scrollHeight > field.clientHeight + 1 || field.scrollWidth > field.clientWidth)
      await page.evaluate(() => window.fixture.bench.desk.editing.set(null))
      expect(overflows).toBe(false)
      for (const edge of ['left', 'right', 'top', 'bottom'] as const) {
        expect(Math.abs(painted[edge] - typed[edge]), `${name}, ${edge}`).toBeLessThanOrEqual(2)
      }
      expect(typed.dark / painted.dark).toBeGreaterThan(0.75)
      expect(typed.dark / painted.dark).toBeLessThan(1.35)
    }
  })
})
