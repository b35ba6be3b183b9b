import * as Y from 'yjs'
import type { RawRecord } from './board.ts'
import type { Fields } from './fields.ts'
import { records, type RecordRoot } from './records.ts'

/** Keys whose values a new record starts with; texts are given as strings. */
export type NewRecord = Readonly<Record<string, unknown>>

/**
 * Makes a record once. Keys that hold their fallback aren't written (a board of 10,000 notes is mostly such keys); texts
 * always are, so that two people can type into them at once. Does nothing when the record is there: a record's key is
 * written once and never overwritten (M4).
 */
export function createRecord(root: Y.Map<RawRecord>, kind: RecordRoot, id: string, values: NewRecord): void {
  if (root.has(id)) return
  const raw = new Y.Map<unknown>()
  const fields: Fields = records[kind]
  for (const [key, field] of Object.entries(fields)) {
    const given = values[key]
    if (field.field === 'text') raw.set(key, new Y.Text(typeof given === 'string' ? given : ''))
    else if (given !== undefined && given !== field.fallback) raw.set(key, field.pack?.(given) ?? given)
  }
  root.set(id, raw)
}

/** Sets what differs; writes nothing for a value that is there already. */
export function updateRecord(root: Y.Map<RawRecord>, id: string, values: NewRecord): void {
  const raw = root.get(id)
  if (raw === undefined) return
  for (const [key, next] of Object.entries(values)) {
    if (next !== undefined && JSON.stringify(raw.get(key)) !== JSON.stringify(next)) raw.set(key, next)
  }
}
