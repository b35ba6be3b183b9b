import { htmlImporter } from '@momentous/shared/imports/read-html'
import { markdownImporter } from '@momentous/shared/imports/read-markdown'
import { formTable } from '@momentous/shared/imports/form-table'
import { describe, expect, it } from 'vitest'

const bytes = (text: string) => new TextEncoder().encode(text)
const table = (page: string) => formTable(htmlImporter.read(bytes(page)))
const cells = (page: string) =>
  table(page).rows.map((row) => [row.id, row.cell('MOMENT OF TRUTH'), row.cell('ISSUE/PROBLEM')])

describe('a page with a form in it', () => {
  it('is read as browsers and editors save it: tags left open, names of characters, lines wrapped', () => {
    const page = `<!DOCTYPE html><!-- saved from elsewhere <table> --><style>td > a { }</style>
      <TABLE border=1><TR><TH>Moment of truth<TH>Issue / problem
      <tr data-id='moment-0001' class=x><td><p>Rings&nbsp;&amp; asks</p><p>twice</p><td>a &lt;b&gt;
          wrapped line &#x1F600; &#233; &unknown;
      <tr><td>Pays<br>at the till<td></table><table><tr><td>Another</table>`
    expect(cells(page)).toEqual([
      ['moment-0001', 'Rings & asks\ntwice', 'a <b> wrapped line 😀 é &unknown; '],
      [null, 'Pays\nat the till', ''],
    ])
  })

  it('is found among other tables, with tables in its cells and cells over several columns', () => {
    const page = `<table><tr><td>Menu</table><table><tr><th colspan=2>MOMENT OF TRUTH<th>ISSUE/PROBLEM</tr>
      <tr><td><table><tr><td>in</td><td>side</td></tr></table></td><td>beside</td><td>slow</td></tr></table>`
    expect(cells(page)).toEqual([[null, 'inside', 'slow']])
  })

  it('takes what is no tag for words, ends where it is cut off, and takes its time by its length', () => {
    expect(cells('<table><tr><td>MOMENT OF TRUTH<tr><td>a < b <3')).toEqual([[null, 'a < b <3', null]])
    expect(() => htmlImporter.read(bytes('<p>MOMENT OF TRUTH</p>'))).toThrow(/^There is no table in this page/u)
    const begun = performance.now()
    for (const part of ['<a "', '<', '<!--', '<script>', '&', '<td ', '<table>', "<a b='"]) {
      try {
        htmlImporter.read(bytes(part.repeat(200_000)))
      } catch {
        continue
      }
    }
    // Many cells on top of many rows, where a moment's actions stand.
    const wide = `<section data-id=moment-0001><table><tr>${'<td>'.repeat(40_000)}${'<tr>'.repeat(4_000)}</table></section>`
    expect(cells(`${wide}<table><tr><td>MOMENT OF TRUTH<tr><td>Rings</table>`)).toEqual([[null, 'Rings', null]])
    expect(performance.now() - begun).toBeLessThan(20_000)
    expect(() => table(`<table><tr><td colspan=60>MOMENT OF TRUTH<td colspan=60>ACTION</table>`)).toThrow(
      /at most 100/u,
    )
  })
})

describe('a table of Markdown', () => {
  it('is read with or without bars around it, and with signs that stand for themselves', () => {
    const text =
      '# A form\n\nMOMENT OF TRUTH | ACTION\n:--- | ---\nRings \\| asks | Call<br/>back\n| Pays \\<br\\> | |\n\nThe end'
    const rows = formTable(markdownImporter.read(bytes(text))).rows
    expect(rows.map((row) => [row.at, row.cell('MOMENT OF TRUTH'), row.cell('ACTION')])).toEqual([
      [5, 'Rings | asks', 'Call\nback'],
      [6, 'Pays <br>', ''],
    ])
    expect(() => markdownImporter.read(bytes('a | b'))).toThrow(/^There is no table in this text/u)
  })
})
