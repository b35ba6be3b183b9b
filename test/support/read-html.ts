/** The cells of a page's first table as text, its line breaks as line feeds. */
export function readHtmlTable(html: string): string[][] {
  const table = /<table[^>]*>([\s\S]*?)<\/table>/u.exec(html)?.[1] ?? ''
  return [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/gu)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/gu)].map(([, cell = '']) => textOf(cell)),
  )
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function textOf(cell: string): string {
  return cell.replaceAll('<br>', '\n').replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole)
}
