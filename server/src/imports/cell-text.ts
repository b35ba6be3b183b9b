import { importBounds } from '@momentous/shared/imports/bounds'
import { Unreadable } from '@momentous/shared/imports/unreadable'

/** A sign that a workbook can't write as it is takes seven there: `_x000D_`. */
const ESCAPED = 7

/** The length of a text that is still being read. Asked as it grows, since one text can be a whole file. */
export function boundText(length: number): void {
  if (length > importBounds.cell)
    throw new Unreadable(`A text of this file has more than ${importBounds.cell} characters, and no cell holds that.`)
}

/** The same of a text that a workbook has written in its own way. */
export function boundWritten(length: number): void {
  boundText(Math.ceil(length / ESCAPED))
}

/** A text of a workbook, which writes what XML can't hold as `_x000D_`. */
export function unescaped(written: string): string {
  const text = written.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  boundText(text.length)
  return text
}
