import { plainText } from '@momentous/shared/exports/plain-text'
import { Bookmark, Paragraph, TextRun } from 'docx'

export interface DocxLook {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly size?: number
}

const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** One paragraph a line. A mark is the name of a bookmark around the first one. */
export function paragraphs(text: string, look: DocxLook = {}, mark: string | null = null): Paragraph[] {
  return plainText(text)
    .split('\n')
    .map((line, at) => new Paragraph(directed(line, look, at === 0 ? mark : null)))
}

/** A line's run, and the direction in which its paragraph is read. */
export function directed(line: string, look: DocxLook = {}, mark: string | null = null) {
  const rightToLeft = RIGHT_TO_LEFT.test(line)
  const run = new TextRun({ ...look, text: line, ...(rightToLeft ? { rightToLeft } : {}) })
  return {
    ...(rightToLeft ? { bidirectional: true } : {}),
    children: mark === null ? [run] : [new Bookmark({ id: mark, children: [run] })],
  }
}
