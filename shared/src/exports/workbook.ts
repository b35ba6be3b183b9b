import { strToU8, zipSync } from 'fflate'
import type { Instant } from '../domain/session.ts'
import { pictureParts, pictureTypes } from './sheet-picture.ts'
import { columnName, sharedTexts, worksheetXml } from './worksheet-xml.ts'
import type { Worksheet } from './worksheet.ts'
import { xmlText } from './xml-text.ts'

/**
 * A writer of workbooks as small as a form needs: texts, numbers, days, lists to choose from, a heading that stays.
 * The libraries that could be had either write no lists, or are no longer looked after and bring a dozen others.
 */
export interface Workbook {
  readonly title: string
  readonly written: Instant
  readonly sheets: readonly Worksheet[]
}

/** The bytes of the .xlsx file; equal workbooks give equal bytes. */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const texts = sharedTexts()
  const sheets = workbook.sheets.map(
    (sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheetXml(sheet, texts, index === 0)] as const,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(workbook.sheets),
    '_rels/.rels': relationships([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [PROPERTIES, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(workbook),
    'xl/workbook.xml': workbookXml(workbook.sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...workbook.sheets.map((_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
      [`${OFFICE}/styles`, 'styles.xml'],
      [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets),
    'xl/sharedStrings.xml': texts.xml(),
  }
  const pictures = workbook.sheets.map((sheet, at) => pictureParts(sheet, at + 1, HEAD, relationships))
  const texted = Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)] as const)
  const files = Object.assign(Object.fromEntries(texted), ...pictures) as Record<string, Uint8Array>
  // The earliest day that a zip can tell, in its own local fields.
  return zipSync(files, { mtime: new Date(1980, 0, 1) })
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PROPERTIES = `${PACKAGE}/relationships/metadata/core-properties`
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypes(sheets: readonly Worksheet[]): string {
  const overrides = [
    ['/xl/workbook.xml', `${SHEET_ML}.sheet.main+xml`],
    ...sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, `${SHEET_ML}.worksheet+xml`]),
    ['/xl/styles.xml', `${SHEET_ML}.styles+xml`],
    ['/xl/sharedStrings.xml', `${SHEET_ML}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ]
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...pictureTypes(sheets),
    ...overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`),
    '</Types>',
  ].join('')
}

function relationships(of: readonly (readonly [type: string, target: string])[]): string {
  const list = of.map(([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`
}

/** A title and a time, and no author. */
function coreProperties({ title, written }: Workbook): string {
  const time = `${new Date(written).toISOString().slice(0, 19)}Z`
  return [
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(title)}</dc:title>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}

/** The heading is printed on every page, and filters know where their table ends. */
function workbookXml(sheets: readonly Worksheet[]): string {
  const names = sheets.flatMap(({ name, heading, rows, frozen }, index) => {
    if (heading === null) return []
    const table = `'${name}'!$A$1:$${columnName(heading.length - 1)}$${rows.length + 1}`
    const columns = frozen > 0 ? `'${name}'!$A:$${columnName(frozen - 1)},` : ''
    const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${table}</definedName>`
    return [
      ...(rows.length === 0 ? [] : [filter]),
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${columns}'${name}'!$1:$1</definedName>`,
    ]
  })
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`,
    ...sheets.map(({ name }, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`),
    `</sheets><definedNames>${names.join('')}</definedNames></workbook>`,
  ].join('')
}

const EDGE = '<color rgb="FFC9BFAF"/>'
const BORDER = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin">${EDGE}</${side}>`).join('')

const TOP = 'vertical="top"'
/** Two is: from right to left. */
const TURNED = `horizontal="right" ${TOP} readingOrder="2"`

/** Its last list is what `styles` in worksheet-xml.ts counts in. */
const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEFE9DE"/><bgColor indexed="64"/></patternFill></fill></fills>',
  `<borders count="2"><border/><border>${BORDER}</border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  cellFormat({ font: 1, fill: 2, alignment: 'vertical="center"' }),
  cellFormat({}),
  cellFormat({ quoted: true }),
  // Figures begin where words do: at the right they would touch the words of the next column.
  cellFormat({ number: 164, alignment: `horizontal="left" ${TOP}` }),
  cellFormat({ number: 1, alignment: `horizontal="left" ${TOP}` }),
  cellFormat({ font: 1, fill: 2 }),
  cellFormat({ alignment: TURNED }),
  cellFormat({ quoted: true, alignment: TURNED }),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')

interface CellLook {
  readonly number?: number
  readonly font?: number
  readonly fill?: number
  readonly quoted?: boolean
  readonly alignment?: string
}

function cellFormat({ number = 0, font = 0, fill = 0, quoted = false, alignment = TOP }: CellLook): string {
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
  const quote = quoted ? ' quotePrefix="1"' : ''
  return `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="1" xfId="0"${quote} ${applied}><alignment ${alignment} wrapText="1"/></xf>`
}
