import { FORM_NAME } from '@momentous/shared/domain/planning-row'
import type { Instant } from '@momentous/shared/domain/session'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { TableWords } from './form-facts.ts'

/**
 * The same document, its tables named in their order, without what the library adds by itself: an author, the machine's
 * clock in the properties, and in every entry of the zip. Equal boards at an equal time give equal bytes.
 */
export function sealed(docx: Uint8Array, title: string, now: Instant, tables: readonly TableWords[] = []): Uint8Array {
  const parts = unzipSync(docx)
  const body = parts['word/document.xml']
  if (body !== undefined) parts['word/document.xml'] = strToU8(numbered(named(strFromU8(body), tables)))
  // The earliest day that a zip can tell, in its own local fields.
  return zipSync(
    { ...parts, 'docProps/core.xml': strToU8(coreProperties(title, now)) },
    { mtime: new Date(1980, 0, 1) },
  )
}

/** The schema wants both at the end of a table's properties. */
function named(xml: string, tables: readonly TableWords[]): string {
  let at = 0
  return xml.replaceAll('</w:tblPr>', (end) => {
    const words = tables[at++]
    if (words === undefined) return end
    const { caption, description } = words
    return `<w:tblCaption w:val="${escaped(caption)}"/><w:tblDescription w:val="${escaped(description)}"/>${end}`
  })
}

/** The library counts bookmarks on from one document to the next. */
function numbered(xml: string): string {
  const numbers = new Map<string, number>()
  return xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)"/gu, (_, before: string, id: string) => {
    const number = numbers.get(id) ?? numbers.size
    numbers.set(id, number)
    return `${before}${number}"`
  })
}

function coreProperties(title: string, now: Instant): string {
  const time = `${new Date(now).toISOString().slice(0, 19)}Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:subject>${escaped(FORM_NAME)}</dc:subject>`,
    '<dc:language>en-GB</dc:language>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
