import { importBounds } from './bounds.ts'
import { decodeText } from './decode-text.ts'
import { fileRow, type FileRow, type Importer } from './importer.ts'
import { Unreadable } from './unreadable.ts'

/** The form as a table of GitHub's Markdown. It says of no row whose it is: a moment is found by its very words. */
export const markdownImporter = {
  id: 'markdown',
  label: 'Markdown',
  extensions: ['md', 'markdown'],
  mediaTypes: ['text/markdown'],
  read: readMarkdown,
} as const satisfies Importer

function readMarkdown(bytes: Uint8Array): readonly FileRow[] {
  const lines = decodeText(bytes).split(/\r\n|[\r\n]/u)
  // Headings, then what says how its columns stand: the first table of the text.
  const head = lines.findIndex((line, at) => line.includes('|') && isRule(lines[at + 1] ?? ''))
  if (head < 0) throw new Unreadable('There is no table in this text. The form is a table with its headings on top.')
  const rows: FileRow[] = [fileRow(cellsOf(lines[head] ?? ''), head + 1)]
  for (let at = head + 2; at < lines.length && (lines[at] ?? '').includes('|'); at++) {
    if (rows.length > importBounds.rows + 1) break
    rows.push(fileRow(cellsOf(lines[at] ?? ''), at + 1))
  }
  return rows
}

function isRule(line: string): boolean {
  const [first = '', ...others] = line.trim().split('|')
  const between = [...(first === '' ? [] : [first]), ...(others.at(-1) === '' ? others.slice(0, -1) : others)]
  return between.length > 0 && between.every((each) => /^:?-+:?$/u.test(each.trim()))
}

/** The texts between the bars. What a backslash stands before is itself, a break is a line. */
function cellsOf(line: string): readonly string[] {
  const cells = ['']
  for (const [sign, escaped] of line.trim().matchAll(/\\([!-/:-@[-`{-~])|<br\s{0,3}\/?>|[^]/giu)) {
    if (sign === '|') cells.push('')
    else cells.push((cells.pop() ?? '') + (escaped ?? (/^<br/iu.test(sign) ? '\n' : sign)))
  }
  const inner = cells.slice(cells[0]?.trim() === '' ? 1 : 0)
  if (line.trimEnd().endsWith('|') && inner.at(-1)?.trim() === '') inner.pop()
  return inner.map((cell) => cell.trim())
}
