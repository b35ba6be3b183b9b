import { strFromU8, unzipSync } from 'fflate'

export interface ReadDocx {
  /** Every part of the file by its path. */
  readonly parts: Readonly<Record<string, string>>
  /** Tables, rows, cells; paragraphs of a cell joined by line feeds. */
  readonly tables: readonly (readonly (readonly string[])[])[]
}

/** What Word would show of a document, as far as text and tables go. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
  const xml = parts['word/document.xml'] ?? ''
  const tables = within(xml, 'w:tbl').map((table) =>
    within(table, 'w:tr').map((row) => within(row, 'w:tc').map((cell) => within(cell, 'w:p').map(textOf).join('\n'))),
  )
  return { parts, tables }
}

/** The insides of each element of a name; none of ours nests in itself. */
function within(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?(?:/>|>([\\s\\S]*?)</${name}>)`, 'gu'))].map(
    (found) => found[1] ?? '',
  )
}

function textOf(paragraph: string): string {
  return unescaped(within(paragraph, 'w:t').join(''))
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole)
}
