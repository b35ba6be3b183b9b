import type { DatabaseSync } from 'node:sqlite'
import { tablesOfBoard } from '../storage/sqlite-schema.ts'

/**
 * What a backup leaves out: ballots, grades, ideas and concerns that wait must be able to disappear for good; and whoever has
 * the secret of a webhook can speak in its name.
 */
const SECRET: readonly string[] = ['vault', 'hook', 'delivery']

/** Of no board: what is known of those that were deleted. */
const DELETED = 'deleted'

/**
 * Copies every board of the database at `path` into `db`, all as of one moment, also while a server writes there, but for
 * those `leftOut`. A page copy would take the vault and the remains in free pages along, even if only until they are scrubbed.
 */
export function copyTables(db: DatabaseSync, path: string, leftOut: readonly string[] = []): void {
  // For reading only, and for as long as one statement of this connection reads, nothing that was committed later shows.
  db.prepare('attach ? as source').run(`file:${encodeURI(path).replaceAll(/[?#]/g, encodeURIComponent)}?mode=ro`)
  db.exec('begin')
  for (const [table, board] of tablesOfBoard) {
    if (SECRET.includes(table)) continue
    const columns = columnsOf(db, 'source', table).filter((name) => columnsOf(db, 'main', table).includes(name))
    // An older backup has no such table.
    if (columns.length === 0) continue
    const rows = `select ${columns.join()} from source.${table} where ${board} not in (select value from json_each(?))`
    db.prepare(`insert into main.${table} (${columns.join()}) ${rows}`).run(JSON.stringify(leftOut))
  }
  if (columnsOf(db, 'source', DELETED).length > 0)
    db.exec(`insert into main.${DELETED} select board_hash from source.${DELETED}`)
  db.exec('commit')
  db.exec('detach source')
}

/** A backup of an older version lacks the columns that came later; they get their default. */
function columnsOf(db: DatabaseSync, schema: 'main' | 'source', table: string): readonly string[] {
  return db
    .prepare(`select name from pragma_table_info(?, ?)`)
    .all(table, schema)
    .map(({ name }) => String(name))
}
