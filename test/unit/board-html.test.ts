import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { drawingOf } from '@momentous/shared/drawing/drawing-of'
import { boardHtml, boardJsonIn, keptInput } from '@momentous/shared/exports/board-html'
import type { InlineFont } from '@momentous/shared/exports/inline-font'
import { readBoardJson } from '@momentous/shared/exports/board-json'
import { redact } from '@momentous/shared/exports/redact'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import {
  BOARD,
  momentId,
  sampleAction,
  sampleIdea,
  SEAT,
  sampleAssessment,
  sampleBoard,
  sampleMoment,
} from '../support/board-sample.ts'
import { pageFonts } from '../../server/src/exports/page-fonts.ts'
import { hostileText } from '../support/hostile-text.ts'
import { pictureBoard } from '../support/picture-board.ts'

const measure = (text: string, size: number) => [...text].length * size * 0.5

function fileOf(snapshot: BoardSnapshot, fonts: readonly InlineFont[] = []): string {
  const board = redact(snapshot, 'participant')
  const drawing = drawingOf(board, { of: 'all' }, { fitter: createTextFitter(measure), measure })
  return boardHtml(keptInput(BOARD, board, 1_795_300_000_000), drawing, new Map(), fonts)
}

describe('the file to keep', () => {
  it('shows the board, the form, the actions and the vote', () => {
    const actions = [sampleAction(2, { text: 'Answer within four rings', due: '2026-12-04' })]
    const file = fileOf(pictureBoard({ actions, assessments: [sampleAssessment(2, { issue: 'Nobody looks up' })] }))
    expect(file).toContain('>Arriving &lt;here&gt;</text>')
    expect(file).toContain('Nobody looks up')
    expect(file).toContain('<strong><bdi>Answer within four rings</bdi></strong>')
    expect(file).toContain('Due: 2026-12-04')
    expect(file).toMatch(/<h2>The vote<\/h2>\n<ol class="vote"><li><strong><bdi>Reception greets/)
  })

  it('gives its board back as it was, whatever people wrote, and nothing of it runs', () => {
    fc.assert(
      fc.property(arbitraryBoard(hostileText), (snapshot) => {
        const file = fileOf(snapshot)
        const json = boardJsonIn(file)
        const read = json === null ? null : readBoardJson(json)
        expect(read).toEqual({ ok: true, board: redact(snapshot, 'participant') })
        expect(file.match(/<script/gi)).toHaveLength(1)
        expect(file.match(/<\/script/gi)).toHaveLength(1)
        expect(file).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/)
      }),
      { numRuns: 30 },
    )
  })

  it('keeps to itself what would end its data and begin a program', () => {
    const text = '</script><script>document.title = "theirs"</script><!--'
    const file = fileOf(sampleBoard({ moments: [sampleMoment(1, { text })] }))
    expect(file.match(/<\/?script/gi)).toHaveLength(2)
    expect(file).not.toContain('<!--')
    expect(readBoardJson(boardJsonIn(file) ?? '')).toMatchObject({ board: { moments: [{ text }] } })
  })

  it('names nobody who wrote anything, and has nothing that was withdrawn', () => {
    const by = 'Ruth of the front desk'
    const ideas = [
      sampleIdea(1, { moment: momentId(1), by, text: 'A chair that turns' }),
      sampleIdea(2, { moment: momentId(1), by, text: 'Words taken back', withdrawn: true }),
    ]
    const file = fileOf(pictureBoard({ ideas, actions: [sampleAction(1, { agreed: [SEAT] })] }))
    for (const secret of [by, 'Words taken back', SEAT]) expect(file).not.toContain(secret)
  })

  it('of a page that holds no board says so', () => {
    expect(boardJsonIn('<!doctype html><title>Something else</title>')).toBeNull()
    expect(boardJsonIn('<script type="application/json" id="momentous-board">{"cut')).toBeNull()
  })

  it('brings the letters that it was measured in, only those parts that its words need', async () => {
    const [latin, ...others] = await pageFonts('What the customer met')
    expect([latin?.range.includes('U+'), others]).toEqual([true, []])
    expect(await pageFonts('Łódź')).toHaveLength(2)
    expect(await pageFonts('顾客')).toEqual([])
    const file = fileOf(pictureBoard(), [latin ?? { range: '', base64: '' }])
    expect(file).toContain(`src: url(data:font/woff2;base64,${latin?.base64})`)
    expect(
      Buffer.from(latin?.base64 ?? '', 'base64')
        .subarray(0, 4)
        .toString(),
    ).toBe('wOF2')
  })

  it('of 300 notes is smaller than 2 MB', async () => {
    const moments = Array.from({ length: 300 }, (_, at) =>
      sampleMoment(at + 1, { text: 'What the customer met here, and what it was like for them', channel: 'phone' }),
    )
    const assessments = moments.map((_, at) =>
      sampleAssessment(at + 1, { description: 'x'.repeat(300), issue: 'y'.repeat(300) }),
    )
    const file = fileOf(sampleBoard({ moments, assessments }), await pageFonts('aŁ'))
    expect(file).toContain(momentId(300))
    expect(Buffer.byteLength(file)).toBeLessThan(2_000_000)
  })
})
