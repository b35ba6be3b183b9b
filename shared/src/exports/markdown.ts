import type { ExportInput, Exporter } from './exporter.ts'
import { plainText } from './plain-text.ts'
import { sheetOf } from './sheet.ts'

/** A heading, the why, and the form as a table of GitHub's Markdown. */
export const markdown = {
  id: 'markdown',
  label: 'Markdown',
  of: 'form',
  mediaType: 'text/markdown; charset=utf-8',
  extension: 'md',
  write: writeMarkdown,
} as const satisfies Exporter

function writeMarkdown(input: ExportInput): string {
  const { headings, rows } = sheetOf(input)
  const title = inline(plainText(input.form.title))
  const why = inline(plainText(input.form.why))
  const above = [title === '' ? '' : `# ${title}`, why].filter((block) => block !== '')
  const table = [headings.map(inline), headings.map(() => '---'), ...rows.map((cells) => cells.map(inline))]
  return `${[...above, table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')].join('\n\n')}\n`
}

/** Nothing in a note is markup: every character that could start some is escaped, line breaks stay in their cell. */
function inline(text: string): string {
  return text
    .trim()
    .replace(/[\\`*_[\]<>|~&$#]/gu, '\\$&')
    .replace(/^[-+=]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replaceAll('\n', '<br>')
}
