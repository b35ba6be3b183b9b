/**
 * A reader of RFC 4180, written from the RFC and not from our writer: records end in CRLF, a quoted field may hold
 * anything, a doubled quote in it is one. Throws on whatever the RFC doesn't allow.
 */
export function readCsv(text: string): string[][] {
  const records: string[][] = []
  let at = 0
  while (at < text.length) {
    const record: string[] = []
    for (;;) {
      const field = text[at] === '"' ? quoted(text, at) : bare(text, at)
      record.push(field.value)
      at = field.end
      if (text[at] !== ',') break
      at++
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`A record doesn't end in CRLF at ${at}.`)
    at += 2
    records.push(record)
  }
  return records
}

function quoted(text: string, start: number): { value: string; end: number } {
  let value = ''
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at]
    else if (text[at + 1] === '"') value += text[++at]
    else return { value, end: at + 1 }
  }
  throw new Error('A quoted field never ends.')
}

function bare(text: string, start: number): { value: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== ',' && text[end] !== '\r') {
    if (text[end] === '"' || text[end] === '\n')
      throw new Error(`A bare field holds a quote or a line break at ${end}.`)
    end++
  }
  return { value: text.slice(start, end), end }
}

/** The words behind a guarded cell: what a reader of our CSV does. */
export function unguard(cell: string): string {
  return /^''*\s*[=+\-@\t＝＋－＠]/u.test(cell) ? cell.slice(1) : cell
}
