import { html } from '@momentous/shared/exports/html'
import { blankForm } from '@momentous/shared/priorities/blank-form'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportInput, momentId, sampleBoard, sampleMoment, sampleSession } from '../support/board-sample.ts'
import { hostileTexts } from '../support/hostile-text.ts'
import { root } from '../support/sources.ts'

const page = (texts: readonly string[], sheet: 'form' | 'extended' = 'form') =>
  html.write(
    exportInput(
      sampleBoard({
        session: sampleSession({
          title: 'Bread & "Butter"',
          nextSession: { date: '2026-12-12', time: '09:30', minutes: 9, zone: null },
        }),
        moments: texts.map((text, n) => sampleMoment(n, { text })),
      }),
      { sheet, date: '22 November 2026', people: 12 },
    ),
  )

describe('the form as a web page', () => {
  const one = page(['<script>alert(1)</script><img src=x onerror=y>', 'שלום', 'two\nlines', '" onclick="z'])

  it('says title, why, day, people and the next session above and below the table', () => {
    expect(one).toContain('<title>Bread &amp; &quot;Butter&quot;</title>')
    expect(one).toContain('<h1 dir="auto">Bread &amp; &quot;Butter&quot;</h1>')
    expect(one).toContain('Patients decide in the waiting room.')
    expect(one).toContain('<p>22 November 2026, 12 people</p>')
    expect(one).toContain('Next session: <time datetime="2026-12-12T09:30">12 December 2026, 09:30</time>')
  })

  it('has no element but its own, whatever a note says, and lets the browser run and fetch nothing', () => {
    const elements = new Set([...page(hostileTexts, 'extended').matchAll(/<([a-z0-9]+)/gu)].map(([, name]) => name))
    const ours = 'html meta title style h1 p table thead tr th tbody td br time section h2 dl dt dd'.split(' ')
    expect([...elements].filter((name) => name === undefined || !ours.includes(name))).toEqual([])
    expect(one).not.toMatch(/<script|<img|href=|src=x onerror=y>/u)
    expect(one).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`)
  })

  it('lets each text find its direction, and each row say whose it is', () => {
    expect(one).toMatch(
      new RegExp(
        `<tr data-id="${momentId(1)}" data-stamp="\\w{34}"><td dir="auto" data-heading="MOMENT OF TRUTH">שלום</td>`,
      ),
    )
    expect(one).toContain('two<br>lines')
  })

  it('marks what looks like a formula as a text, for each spreadsheet in its own way', () => {
    const [cell] = /<td [^>]*>=1\+1<\/td>/u.exec(page(['=1+1'])) ?? []
    expect(cell).toContain(`style="mso-number-format:'\\@'"`)
    expect(cell).toContain('sdnum="1033;0;@"')
    expect(cell).toContain('data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;=1+1&quot;}"')
    expect(one).not.toMatch(/mso-number-format|sdnum|data-sheets-value/u)
  })

  it('leaves room to write by hand where no moment is', () => {
    const { form, board, ...rest } = exportInput(sampleBoard())
    const blank = html.write({ ...rest, board, form: blankForm(form) })
    expect(blank.match(/<tr data-id="" /gu)).toHaveLength(14)
    expect(blank).toContain(`tr[data-id=''] { height:`)
    expect(one).not.toContain(`<tr data-id="" `)
  })

  it('prints on the long side with its heading on each page', () => {
    expect(one).toMatch(/@page \{ size: A4 landscape/u)
    expect(one).toMatch(/thead \{ display: table-header-group/u)
  })

  it('shows the firm’s logo inside itself, and nothing for a file that is none', () => {
    const logo = readFileSync(join(root, 'client/public/icon-192.png'))
    const board = sampleBoard({ session: sampleSession({ firm: 'M & S' }) })
    const written = html.write(exportInput(board, { logo }))
    expect(written).toContain(
      `<img class="logo" alt="Logo of M &amp; S" width="56" height="56" src="data:image/png;base64,${logo.toString('base64')}">`,
    )
    expect(html.write(exportInput(board, { logo: logo.subarray(0, 12) }))).not.toContain('<img')
  })
})
