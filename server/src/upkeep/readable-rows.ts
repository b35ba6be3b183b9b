import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Row } from '../storage/sqlite-row.ts'

export interface ReadableRows {
  readonly rows: readonly Row[]
  /** False when something on the way could not be read. */
  readonly whole: boolean
}

/** What a table gives, read from both ends: a page that can't be read costs the rows on it and no others. */
export function readableRows(db: DatabaseSync, select: string, by: string, ...values: SQLInputValue[]): ReadableRows {
  const front = walk(db, `${select} order by ${by}`, values)
  if (front.whole) return front
  const back = walk(db, `${select} order by ${by} desc`, values)
  const met = new Set(front.rows.map((row) => row[by]))
  return { rows: [...front.rows, ...back.rows.filter((row) => !met.has(row[by])).toReversed()], whole: false }
}

function walk(db: DatabaseSync, sql: string, values: readonly SQLInputValue[]): ReadableRows {
  const rows: Row[] = []
  try {
    for (const row of db.prepare(sql).iterate(...values)) rows.push(row)
    return { rows, whole: true }
  } catch {
    return { rows, whole: false }
  }
}

/** Each row as `read` sees it; a row that isn't what it should be is left out and the whole isn't whole any more. */
export function readEach<Value>({ rows, whole }: ReadableRows, read: (row: Row) => Value) {
  let all = whole
  const values = rows.flatMap((row): Value[] => {
    try {
      return [read(row)]
    } catch {
      all = false
      return []
    }
  })
  return { values, whole: all }
}
