import { Unreadable } from '@momentous/shared/imports/unreadable'
import { boundWritten, unescaped } from './cell-text.ts'
import { isDateFormat, writesDate } from './shown-number.ts'
import { attribute, readXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** What the cells of a workbook refer to. */
export interface Book {
  /** Where the sheets that can be seen lie, in their order. */
  readonly sheets: readonly string[]
  readonly since1904: boolean
  text(index: number): string
  isDate(style: number): boolean
}

const TEXTS_MAX = 500_000
const SHEETS_MAX = 20
/** No workbook's own format is longer; what looks through one takes the square of its length. */
const FORMAT_MAX = 255

export function openBook(zip: Zip): Book {
  const path = 'xl/workbook.xml'
  const part = zip.part(path)
  if (part === null) throw new Unreadable('This file is no workbook. Save it as .xlsx, then bring it.')
  const targets = targetsOf(zip)
  const sheets: string[] = []
  let since1904 = false
  readXml(part, path, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = isTrue(attribute(attributes, 'date1904'))
      if (name !== 'sheet' || (attribute(attributes, 'state') ?? 'visible') !== 'visible') return
      // "r:id"; the sheet's own number is called something else.
      const target = targets.get(attribute(attributes, 'id') ?? '')
      if (target !== undefined && sheets.length < SHEETS_MAX) sheets.push(target)
    },
  })
  const texts = sharedTexts(zip)
  const dates = dateStyles(zip)
  return { sheets, since1904, text: (index) => texts[index] ?? '', isDate: (style) => dates[style] ?? false }
}

const isTrue = (said: string | undefined): boolean => said === '1' || said === 'true'

function targetsOf(zip: Zip): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  const path = 'xl/_rels/workbook.xml.rels'
  readXml(zip.part(path) ?? new Uint8Array(), path, {
    open(name, attributes) {
      const [id, target] = [attribute(attributes, 'Id'), attribute(attributes, 'Target')]
      if (name !== 'Relationship' || id === undefined || target === undefined) return
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`)
    },
  })
  return targets
}

function sharedTexts(zip: Zip): readonly string[] {
  const texts: string[] = []
  const path = 'xl/sharedStrings.xml'
  const part = zip.part(path)
  let [open, phonetic] = [false, false]
  if (part === null) return texts
  readXml(part, path, {
    open(name) {
      if (name === 'si' && texts.push('') > TEXTS_MAX)
        throw new Unreadable('This workbook has more texts than a form can have.')
      if (name === 'rPh') phonetic = true
      open = name === 't' && !phonetic
    },
    text(text) {
      if (!open) return
      const longer = (texts.pop() ?? '') + text
      boundWritten(longer.length)
      texts.push(longer)
    },
    close(name) {
      open = false
      if (name === 'rPh') phonetic = false
      // Here, once: thousands of cells may refer to one text.
      if (name === 'si') texts.push(unescaped(texts.pop() ?? ''))
    },
  })
  return texts
}

/** By the number of a cell's style: does it show days? */
function dateStyles(zip: Zip): readonly boolean[] {
  const path = 'xl/styles.xml'
  const part = zip.part(path)
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let ofCells = false
  if (part === null) return styles
  readXml(part, path, {
    open(name, attributes) {
      const format = Number(attribute(attributes, 'numFmtId'))
      if (name === 'numFmt')
        own.set(format, writesDate((attribute(attributes, 'formatCode') ?? '').slice(0, FORMAT_MAX)))
      else if (name === 'cellXfs') ofCells = true
      else if (name === 'xf' && ofCells) styles.push(own.get(format) ?? isDateFormat(format))
    },
    close(name) {
      if (name === 'cellXfs') ofCells = false
    },
  })
  return styles
}
