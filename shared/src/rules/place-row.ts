import { records, type RecordRoot } from '../board/records.ts'
import type { MomentId } from '../domain/id.ts'
import type { Target } from './may.ts'
import type { RowName } from './rows.ts'

const momentKeys: Readonly<Record<string, RowName>> = {
  place: 'moment-by-hand',
  paper: 'moment-by-hand',
  locked: 'moment-by-hand',
  group: 'moment-by-hand',
  z: 'moment-by-hand',
  channel: 'contact-type',
  setting: 'contact-type',
}

const rootRows: Readonly<Partial<Record<RecordRoot, RowName>>> = {
  ink: 'ink',
  shapes: 'ink',
  stages: 'moment',
  assessments: 'assessment',
  actions: 'action',
  rungs: 'action',
}

/** Which row of the table a direct write to `root/<id>/<key>` falls under; null when only the server writes there. */
export function rowOfPlace(root: RecordRoot, key: string): RowName | null {
  const fields: Readonly<Record<string, { field: string; governed?: boolean }>> = records[root]
  const field = fields[key]
  if (field === undefined || field.governed === true) return null
  if (root === 'moments') return momentKeys[key] ?? 'moment'
  return rootRows[root] ?? null
}

/** What the row may have to know of the record: an assessment goes by its moment. */
export function targetOf(root: RecordRoot, id: string): Target {
  return root === 'assessments' ? { moment: id as MomentId } : {}
}

/** The row for making a record, and so for writing all its keys at once; null when only the server makes them. */
export function rowOfCreation(root: RecordRoot): RowName | null {
  if (root === 'moments') return 'moment'
  // An assessment's record is made by the server, so that two people can't overwrite each other's.
  return root === 'assessments' ? null : (rootRows[root] ?? null)
}
