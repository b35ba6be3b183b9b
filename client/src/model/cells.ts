/**
 * The records of a table whose fields are parted by `separator`, quoted as in RFC 4180: a quoted field may hold anything,
 * a doubled quote in it is one. Line ends of every system end a record. Null where quotes aren't used like that. Reads on
 * only until it has `most` records.
 */
export function cellsOf(text: string, separator: ',' | '\t', most: number): readonly (readonly string[])[] | null {
  const records: string[][] = []
  const bare = separator === ',' ? /[^",\r\n]*/y : /[^\t\r\n]*/y
  const quoted = /"((?:[^"]|"")*)"/y
  let record: string[] = []
  for (let at = 0; at <= text.length && records.length < most;) {
    const opens = text[at] === '"'
    const pattern = opens ? quoted : bare
    pattern.lastIndex = at
    const field = pattern.exec(text)
    if (field === null) return null
    record.push(opens ? (field[1] ?? '').replaceAll('""', '"') : field[0])
    at += field[0].length
    const next = text[at]
    if (next !== undefined && next !== separator && next !== '\r' && next !== '\n') return null
    if (next !== separator) {
      records.push(record)
      record = []
    }
    at += next === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  return records
}
