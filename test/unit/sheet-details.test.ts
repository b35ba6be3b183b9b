import { html } from '@momentous/shared/exports/html'
import { sheetOf } from '@momentous/shared/exports/sheet'
import { detailsOf } from '@momentous/shared/exports/sheet-details'
import { describe, expect, it } from 'vitest'
import { exportInput, momentId, sampleAction, sampleBoard, sampleMoment, SEAT } from '../support/board-sample.ts'

const board = sampleBoard({
  moments: [sampleMoment(1, { text: 'Rings,\nand waits', channel: 'phone' }), sampleMoment(2)],
  actions: [
    sampleAction(1, { text: 'A second line', due: '2026-12-04', target: 'neutral', firstStep: 'Ask for a price' }),
    {
      ...sampleAction(2, { text: 'A voicemail', owner: { seat: SEAT, name: 'Joe' }, agreed: [SEAT] }),
      moment: momentId(1),
    },
  ],
})
const extended = exportInput(board, { sheet: 'extended' })

describe('what paper says under the form', () => {
  const [first, second] = detailsOf(sheetOf(extended))

  it('has one action a row with everything that belongs to it, and the other facts as pairs', () => {
    expect(first?.moment).toBe('Rings, and waits')
    expect(first?.facts.slice(0, 2)).toEqual([
      ['ID', momentId(1)],
      ['CHANNEL', 'Phone'],
    ])
    expect(first?.facts.map(([heading]) => heading)).not.toContain('OWNER')
    expect(first?.actions).toEqual({
      headings: ['ACTION', 'TARGET', 'OWNER', 'DUE', 'FIRST STEP', 'AGREED'],
      rows: [
        ['A second line', 'Neutral', '', '2026-12-04', 'Ask for a price', '0'],
        ['A voicemail', '', 'Joe', '', '', '1'],
      ],
    })
    expect(second?.actions).toBeNull()
  })

  it('says nothing more of a form with its five columns', () => {
    expect(detailsOf(sheetOf(exportInput(board)))).toEqual([])
  })

  it('stands on the page as a table of its own', () => {
    const page = html.write(extended)
    expect(page.match(/<table class="todo">/gu)).toHaveLength(1)
    expect(page).toContain('<tr><td dir="auto" data-heading="ACTION">A voicemail</td>')
    expect(page).not.toContain('<dt>OWNER</dt>')
  })
})
