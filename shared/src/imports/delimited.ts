export type Separator = ',' | ';' | '\t'

export interface Delimited {
  readonly records: readonly (readonly string[])[]
  /** The line at which quotes aren't used as they may be; null when all of it was read. */
  readonly broken: number | null
}

/**
 * The records of a table whose fields are parted by `separator`, quoted as in RFC 4180: a quoted field may hold anything,
 * a doubled quote in it is one. Line ends of every system end a record. Reads on only until it has `most` records.
 */
export function delimited(text: string, separator: Separator, most: number): Delimited {
  const records: string[][] = []
  const bare = bareFields[separator]
  let record: string[] = []
  for (let at = 0; at <= text.length && records.length < most;) {
    const opens = text[at] === '"'
    const end = opens ? endOfQuoted(text, at) : endOfBare(text, at, bare)
    const next = end === null ? undefined : text[end]
    if (end === null || (next !== undefined && next !== separator && next !== '\r' && next !== '\n'))
      return { records, broken: lineOf(text, at) }
    record.push(opens ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end))
    at = end
    if (next !== separator) {
      records.push(record)
      record = []
    }
    at += next === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  return { records, broken: null }
}

const bareFields = {
  ',': /[^",\r\n]*/y,
  ';': /[^";\r\n]*/y,
  // What is copied out of a spreadsheet's cells has quotes within them as they are.
  '\t': /[^\t\r\n]*/y,
} as const satisfies Record<Separator, RegExp>

function endOfBare(text: string, at: number, bare: RegExp): number {
  bare.lastIndex = at
  return at + (bare.exec(text)?.[0].length ?? 0)
}

/** Behind the closing quote; null when there is none. */
function endOfQuoted(text: string, at: number): number | null {
  for (let from = at + 1; ; from += 2) {
    from = text.indexOf('"', from)
    if (from < 0) return null
    if (text[from + 1] !== '"') return from + 1
  }
}

function lineOf(text: string, at: number): number {
  let line = 1
  for (const _end of text.slice(0, at).matchAll(/\r\n|[\r\n]/gu)) line++
  return line
}

/** The separator of a table: said on its first line (`sep=;`), else the one that its first record has most of. */
export function separatorOf(text: string): { readonly separator: Separator; readonly from: number } {
  const said = /^sep=([,;\t])\r?\n/iu.exec(text)
  if (said !== null) return { separator: said[1] as Separator, from: said[0].length }
  const counts = (Object.keys(bareFields) as Separator[]).map((separator) => {
    const { records, broken } = delimited(text, separator, 1)
    return { separator, columns: broken === null ? (records[0]?.length ?? 0) : 0 }
  })
  const [best] = counts.toSorted((one, other) => other.columns - one.columns)
  return { separator: best?.separator ?? ',', from: 0 }
}
