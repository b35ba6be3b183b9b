import { looksLikeFormula } from './csv.ts'
import { xmlText } from './xml-text.ts'

/**
 * A cell of a table that may be opened in a spreadsheet or pasted into one. There `=1+1` would be counted out: so it is
 * marked as text, for LibreOffice, Google and Microsoft each in its own way. Letters and mail show it as it is.
 */
export function htmlCell(text: string, attributes: string, style = ''): string {
  const guarded = looksLikeFormula(text)
  const looks = [style, guarded ? `mso-number-format:'\\@'` : ''].filter((part) => part !== '').join(';')
  const marks = guarded ? ` sdnum="1033;0;@" data-sheets-value="${xmlText(JSON.stringify({ 1: 2, 2: text }))}"` : ''
  return `<td ${attributes}${marks}${looks === '' ? '' : ` style="${looks}"`}>${htmlLines(text)}</td>`
}

export function htmlLines(text: string): string {
  return xmlText(text).replaceAll('\n', '<br>')
}
