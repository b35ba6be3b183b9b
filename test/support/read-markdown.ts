/** The cells of the first table of a Markdown text, with escapes and line breaks undone. */
export function readMarkdownTable(markdown: string): string[][] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'))
  return rows.filter((_, index) => index !== 1).map(cellsOf)
}

function cellsOf(row: string): string[] {
  const inside = row.slice(1).replace(/\|$/u, '')
  const cells = inside.match(/(?:\\[\s\S]|[^|\\])+/gu) ?? []
  return cells.map((cell) =>
    cell
      .trim()
      .replaceAll('<br>', '\n')
      .replace(/\\([!-/:-@[-`{-~])/gu, '$1'),
  )
}
