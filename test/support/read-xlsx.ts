import { strFromU8, unzipSync } from 'fflate'

export interface ReadSheet {
  /** Rows of cells as text, the heading first; hidden columns too. */
  readonly rows: readonly (readonly string[])[]
  readonly hidden: readonly number[]
  readonly xml: string
}

/** What a workbook's first sheet holds, read from the format's description and not from our writer. */
export function readXlsx(bytes: Uint8Array): ReadSheet {
  const parts = unzipSync(bytes)
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/gu)].map(([, text]) =>
    decoded(text ?? ''),
  )
  const xml = part('xl/worksheets/sheet1.xml')
  const rows = [...xml.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/gu)].map(([, cells = '']) =>
    [...cells.matchAll(/<c ([^>]*?)(?:\/>|>(?:<v>([^<]*)<\/v>)?<\/c>)/gu)].map(([, facts = '', value]) => {
      if (value === undefined) return ''
      return facts.includes('t="s"') ? (texts[Number(value)] ?? 'missing') : value
    }),
  )
  const hidden = [...xml.matchAll(/<col min="(\d+)"[^>]* hidden="1"/gu)].map(([, column]) => Number(column) - 1)
  return { rows, hidden, xml }
}

/** The cells that somebody sees who opens the file. */
export function shownCells(bytes: Uint8Array): readonly (readonly string[])[] {
  const { rows, hidden } = readXlsx(bytes)
  return rows.map((cells) => cells.filter((_, column) => !hidden.includes(column)))
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function decoded(text: string): string {
  return text
    .replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole)
    .replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
