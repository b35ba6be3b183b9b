import * as Y from 'yjs'
import { rawUpdate, type RawContent, type RawId, type RawStruct } from './raw-update.ts'
import {
  directPlaces,
  fixedPlaces,
  governedPlaces,
  ruleOfRow,
  sessionKeys,
  tableSays,
  type RowOfWalk,
  type Stage,
  type Walker,
} from './walk-table.ts'

/** One write that somebody tries: by hand, under an author's number of its own. */
export interface WalkWrite {
  readonly what: string
  /** The rule that must refuse it; null when it must be taken. */
  readonly rule: string | null
  readonly update: Uint8Array
}

type Deletes = readonly (readonly [number, readonly (readonly [number, number])[]])[]

interface Place {
  readonly left: RawId | null
  readonly parent: RawId | string
  readonly gone: Deletes
}

/** Where a key's value lies now, as whoever writes it next would name it. */
function placeOf(map: Y.Map<unknown> | Y.AbstractType<unknown>, key: string, root: string | null): Place {
  const item = map._map.get(key)
  const parent = root ?? ([map._item?.id.client ?? 0, map._item?.id.clock ?? 0] as const)
  if (item === undefined) return { left: null, parent, gone: [] }
  const { client, clock } = item.lastId
  const gone: Deletes = item.deleted ? [] : [[item.id.client, [[item.id.clock, item.length]]]]
  return { left: [client, clock], parent, gone }
}

const any = (value: unknown): RawContent =>
  value instanceof Uint8Array ? { is: 'bytes', bytes: value } : { is: 'any', values: [value] }
const isText = (value: unknown): boolean => value === 'text'

/** The record that the walk writes into, of each kind that there is at this stage. */
export type WalkRecords = Readonly<Record<string, string | undefined>>

export function writesOf(doc: Y.Doc, records: WalkRecords, stage: Stage, who: Walker): readonly WalkWrite[] {
  const writes: WalkWrite[] = []
  let author = Math.floor(Math.random() * 0xffff_0000)
  const rule = (row: RowOfWalk, adds = false) =>
    who === 'observer' ? 'L1' : tableSays(row, stage, who, adds) ? null : ruleOfRow[row]
  const never = (id: string) => (who === 'observer' ? 'L1' : id)
  const put = (what: string, by: string | null, structs: readonly RawStruct[], deletes: Deletes = []) => {
    const groups = structs.length === 0 ? [] : [{ client: ++author, clock: 0, structs }]
    writes.push({ what: `${who} in ${stage}: ${what}`, rule: by, update: rawUpdate(groups, deletes) })
  }
  const set = (what: string, by: string | null, { left, parent, gone }: Place, key: string, content: RawContent) =>
    put(what, by, [left === null ? { parent, sub: key, content } : { left, content }], gone)

  for (const [root, fields] of Object.entries(directPlaces)) {
    put(
      `make ${root}`,
      creationRule(root, rule, never),
      newRecord(root, fields, () => author + 1),
    )
    const record = recordOf(doc, root, records[root])
    if (record === null) continue
    for (const [key, [row, value]] of Object.entries(fields)) {
      const place = placeOf(record, key, null)
      if (isText(value)) {
        set(`replace ${root}/${key}`, never('M4'), place, key, { is: 'type', type: 2 })
        set(`overwrite ${root}/${key}`, never('D1'), place, key, any('words'))
        put(`delete ${root}/${key}`, never('D1'), [], place.gone)
        writeText(put, `${root}/${key}`, rule(row), record.get(key))
      } else {
        if (place.gone.length > 0) put(`delete ${root}/${key}`, rule(row), [], place.gone)
        set(`set ${root}/${key}`, rule(row), place, key, any(value))
      }
    }
    const { gone } = placeOf(doc.getMap(root), records[root] ?? '', root)
    put(`erase ${root}`, root === 'ink' ? rule('ink') : never('M5'), [], gone)
    for (const [key, value] of Object.entries(fixedPlaces[root] ?? {})) {
      const place = placeOf(record, key, null)
      set(`set ${root}/${key}`, never('M4'), place, key, any(value))
      if (place.gone.length > 0) put(`delete ${root}/${key}`, never('M4'), [], place.gone)
    }
  }
  for (const [root, keys] of Object.entries(governedPlaces)) {
    if (root !== 'actions')
      put(
        `make ${root}`,
        never('D2'),
        newRecord(root, {}, () => author + 1),
      )
    const record = recordOf(doc, root, records[root])
    if (record === null) continue
    if (root !== 'actions')
      put(`erase ${root}`, never('M5'), [], placeOf(doc.getMap(root), records[root] ?? '', root).gone)
    for (const key of keys) {
      const place = placeOf(record, key, null)
      set(`set ${root}/${key}`, never('D2'), place, key, any('x'))
      if (place.gone.length > 0) put(`delete ${root}/${key}`, never('D2'), [], place.gone)
    }
  }
  for (const key of sessionKeys) {
    const place = placeOf(doc.getMap('session'), key, 'session')
    set(`set session/${key}`, never('D2'), place, key, any(1))
    if (place.gone.length > 0) put(`delete session/${key}`, never('D2'), [], place.gone)
  }
  return writes
}

type Rule = (row: RowOfWalk, adds?: boolean) => string | null

/** Assessments are made by the server, so that two people type into the same texts. */
function creationRule(root: string, rule: Rule, never: (id: string) => string): string | null {
  if (root === 'moments' || root === 'stages') return rule('moment', true)
  if (root === 'assessments') return never('D2')
  return rule(root === 'ink' || root === 'shapes' ? 'ink' : 'plan', true)
}

function recordOf(doc: Y.Doc, root: string, id: string | undefined): Y.Map<unknown> | null {
  const record = id === undefined ? undefined : doc.getMap(root).get(id)
  return record instanceof Y.Map ? record : null
}

/** A record with all its texts, as Yjs would write it. */
function newRecord(
  root: string,
  fields: Readonly<Record<string, readonly [unknown, unknown]>>,
  author: () => number,
): readonly RawStruct[] {
  const id = `walked-${Math.random().toString(36).slice(2, 12).padEnd(10, 'a')}`
  const parent = [author(), 0] as const
  const inside = Object.entries(fields)
    .filter(([, [, value]]) => isText(value))
    .map(([sub]): RawStruct => ({ parent, sub, content: { is: 'type', type: 2 } }))
  return [{ parent: root, sub: id, content: { is: 'type', type: 1 } }, ...inside]
}

function writeText(
  put: (what: string, by: string | null, structs: readonly RawStruct[], deletes?: Deletes) => void,
  what: string,
  by: string | null,
  text: unknown,
): void {
  if (!(text instanceof Y.Text)) throw new Error(`There is no text at ${what}.`)
  const letters: (readonly [number, number])[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted) letters.push([item.id.client, item.id.clock])
  }
  const [letter] = letters
  const parent = [text._item?.id.client ?? 0, text._item?.id.clock ?? 0] as const
  const content = { is: 'string', text: 'w' } as const
  put(`type ${what}`, by, [letter === undefined ? { parent, content } : { right: letter, content }])
  if (letter !== undefined) put(`take a letter from ${what}`, by, [], [[letter[0], [[letter[1], 1]]]])
}
