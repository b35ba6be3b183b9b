import { importers } from '@momentous/server/imports/importers'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

const zipped = (parts: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
const inline = (text: string) => `<c t="inlineStr"><is>${text}</is></c>`
const sheetOf = (...rows: readonly string[]) =>
  `<worksheet><sheetData>${rows.map((row) => `<row>${row}</row>`).join('')}</sheetData></worksheet>`
const HEADING = inline('<t>MOMENT OF TRUTH</t>')
const relations = (...names: readonly string[]) =>
  `<Relationships>${names.map((name, n) => `<Relationship Id="r${n + 1}" Target="worksheets/${name}.xml"/>`).join('')}</Relationships>`
const book = (sheet: string, more: Readonly<Record<string, string>> = {}) => ({
  'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': relations('one'),
  'xl/worksheets/one.xml': sheet,
  ...more,
})
const readBook = (parts: Readonly<Record<string, string>>) =>
  importers.xlsx.read(zipped(parts)).map(({ cells }) => cells)
const letter = (row: string) =>
  zipped({
    'word/document.xml': `<document><tbl><tr><tc><p><r><t>MOMENT OF TRUTH</t></r></p></tc></tr><tr><tc><p>${row}</p></tc></tr></tbl></document>`,
  })

describe('a workbook of somebody else', () => {
  it('has no sheet that is hidden, and no reading aid of Japanese in its words', () => {
    const parts = {
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="a" state="hidden" r:id="r1"/><sheet name="b" r:id="r2"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relations('one', 'two'),
      'xl/worksheets/one.xml': sheetOf(HEADING, inline('<t>hidden</t>')),
      'xl/worksheets/two.xml': sheetOf(HEADING, inline('<t>顧客</t><rPh><t>コキャク</t></rPh><r><t>が来る</t></r>')),
    }
    expect(readBook(parts)).toEqual([['MOMENT OF TRUTH'], ['顧客が来る']])
  })

  it('counts its days from 1904 where it says so', () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const sheet = sheetOf(HEADING, '<c s="1"><v>44898</v></c>')
    const since = (facts: string) =>
      readBook({
        ...book(sheet, { 'xl/styles.xml': styles }),
        'xl/workbook.xml': `<workbook><workbookPr ${facts}/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`,
      })[1]
    expect([since(''), since('date1904="1"'), since('date1904="true"')]).toEqual([
      ['2022-12-03'],
      ['2026-12-04'],
      ['2026-12-04'],
    ])
  })
})

describe('a letter of somebody else', () => {
  it('says what stands in it now: not what was deleted or moved away while changes are tracked', () => {
    const row =
      '<r><t>stays </t></r><del><r><t>deleted</t></r></del><moveFrom><r><t>moved</t></r></moveFrom><ins><r><t>new</t></r></ins>'
    expect(importers.docx.read(letter(row))[1]?.cells).toEqual(['stays new'])
  })
})

describe('a file that isn’t what it says', () => {
  const whole = zipped(book(sheetOf(HEADING, inline('<t>Rings</t>'))))
  const refused = (bytes: Uint8Array) => {
    try {
      return importers.xlsx.read(bytes).length
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }
  /** The table of contents has one entry a part; `field` is where something stands in it. */
  const turned = (field: number, value: number) => {
    const bytes = whole.slice()
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint8(at + field, value)
    return bytes
  }

  it('is whole, open, and of parts that are what they were', () => {
    expect(refused(whole)).toBe(2)
    expect(refused(turned(16, 1))).toBe(
      'This file is damaged, or only a part of it is here. Save it again, then bring it.',
    )
    expect(refused(turned(8, 1))).toBe('This file is protected by a password. Save it without one, then bring it.')
  })

  it('declares no entities and is nested no deeper than people write', () => {
    const entities = '<!DOCTYPE a [<!ENTITY b "bbbb">]>'
    const deep = `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`
    expect(refused(zipped(book(entities + sheetOf(HEADING))))).toMatch(
      /one\.xml, line 1: this part declares entities\./u,
    )
    expect(refused(zipped(book(`<worksheet>${deep}</worksheet>`)))).toMatch(/line 1: .* nested too deep to be read\.$/u)
  })

  it('unpacks to no more than a form can be, all its parts together', () => {
    // Blanks between the elements of three parts: each of them is small enough.
    const wide = ' '.repeat(20_000_000)
    const names = ['one', 'two', 'three']
    const sheets = names.map((_, n) => `<sheet name="s${n}" r:id="r${n + 1}"/>`).join('')
    const file = zipped({
      'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations(...names),
      ...Object.fromEntries(names.map((name) => [`xl/worksheets/${name}.xml`, `<worksheet>${wide}</worksheet>`])),
    })
    expect(file.length).toBeLessThan(200_000)
    expect(refused(file)).toBe('This file unpacks to more than a form can be. Nothing of it was read.')
  })
})

it('a table in UTF-16 is read in either order of its bytes', () => {
  const text = '\ufeffMOMENT OF TRUTH\nWartet länger'
  const bytes = (high: 0 | 1) =>
    Uint8Array.from({ length: text.length * 2 }, (_, at) => {
      const unit = text.charCodeAt(at >> 1)
      return at % 2 === high ? unit & 0xff : unit >> 8
    })
  for (const high of [0, 1] as const) expect(importers.csv.read(bytes(high))[1]?.cells).toEqual(['Wartet länger'])
})
