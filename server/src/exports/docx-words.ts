import { plainText } from '@momentous/shared/exports/plain-text'
import { readsFromRight } from '@momentous/shared/scene/reading-direction'
import { Bookmark, Paragraph, TextRun } from 'docx'

export interface DocxLook {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly size?: number
  /** Does its page hold the row below, too? */
  readonly keepNext?: boolean
}

/** One paragraph a line. Marks are the names of bookmarks around the first one. */
export function paragraphs(text: string, look: DocxLook = {}, marks: readonly string[] = []): Paragraph[] {
  return plainText(text)
    .split('\n')
    .map((line, at) => new Paragraph(directed(line, look, at === 0 ? marks : [])))
}

/** A line's run, and the direction in which its paragraph is read. */
export function directed(line: string, look: DocxLook = {}, marks: readonly string[] = []) {
  const rightToLeft = readsFromRight(line)
  const { keepNext = false, ...letters } = look
  const run = new TextRun({ ...letters, text: line, ...(rightToLeft ? { rightToLeft } : {}) })
  const marked = marks.reduceRight<Bookmark | TextRun>((child, id) => new Bookmark({ id, children: [child] }), run)
  return { ...(rightToLeft ? { bidirectional: true } : {}), ...(keepNext ? { keepNext } : {}), children: [marked] }
}
