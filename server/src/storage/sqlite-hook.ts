import type { Delivery } from '@momentous/shared/domain/delivery'
import type { BoardId } from '@momentous/shared/domain/id'
import type { DatabaseSync } from 'node:sqlite'
import { DELIVERIES_KEPT, type HookEntry, type StoredHook, type WaitingDelivery } from './hook.ts'
import { columns, type Row } from './sqlite-row.ts'

const FACTS = 'board, id, event, at, state, tries, next_at, last_at, trouble'

/** Writes whom a board tells, and what is told. */
export function hookWriter(db: DatabaseSync): (board: BoardId, entry: HookEntry) => void {
  const put = db.prepare('insert or replace into hook (board, url, secret, since) values (?, ?, ?, ?)')
  const drops = ['hook', 'delivery'].map((table) => db.prepare(`delete from ${table} where board = ?`))
  const add = db.prepare(
    `insert or ignore into delivery (${FACTS}) select ?, ?, ?, ?, ?, ?, ?, ?, ? from hook where board = ?`,
  )
  const change = db.prepare(
    'update delivery set state = ?, tries = ?, next_at = ?, last_at = ?, trouble = ? where board = ? and id = ?',
  )
  const say = db.prepare('update delivery set body = ? where board = ? and id = ?')
  const trim = db.prepare(
    `delete from delivery where board = ? and id not in
     (select id from delivery where board = ? order by at desc, id desc limit ${DELIVERIES_KEPT})`,
  )

  return (board, entry) => {
    switch (entry.kind) {
      case 'hook':
        put.run(board, entry.hook.url, entry.hook.secret, entry.hook.since)
        return
      case 'hook-dropped':
        for (const drop of drops) drop.run(board)
        return
      case 'delivery': {
        const { id, event, at, state, tries, nextAt, lastAt, trouble } = entry.delivery
        add.run(board, id, event, at, state, tries, nextAt, lastAt, trouble, board)
        trim.run(board, board)
        return
      }
      case 'delivery-changed': {
        const { id, state, tries, nextAt, lastAt, trouble } = entry.delivery
        change.run(state, tries, nextAt, lastAt, trouble, board, id)
        if (entry.body !== undefined) say.run(entry.body, board, id)
      }
    }
  }
}

export interface HookReader {
  hook(id: BoardId): StoredHook | null
  waiting(most: number): readonly WaitingDelivery[]
  body(id: BoardId, delivery: string): Uint8Array | null
}

export function hookReader(db: DatabaseSync): HookReader {
  const hook = db.prepare('select url, secret, since from hook where board = ?')
  const deliveries = db.prepare(`select ${FACTS} from delivery where board = ? order by at desc, id desc`)
  const waiting = db.prepare(
    `select ${FACTS} from delivery where next_at is not null order by tries > 0, next_at limit ?`,
  )
  const body = db.prepare('select body from delivery where board = ? and id = ?')
  return {
    hook(id) {
      const row = hook.get(id)
      if (row === undefined) return null
      const { text, whole } = columns(row, id)
      const record = { url: text('url'), secret: text('secret'), since: whole('since') }
      return { hook: record, deliveries: deliveries.all(id).map((each) => deliveryOf(each, id)) }
    },
    // One row that can't be read keeps nobody else's waiting.
    waiting: (most) =>
      waiting.all(most).flatMap((row) => {
        try {
          const board = columns(row, null).id<BoardId>('board')
          return [{ board, delivery: deliveryOf(row, board) }]
        } catch {
          return []
        }
      }),
    body(id, delivery) {
      const row = body.get(id, delivery)
      return row === undefined || row['body'] === null ? null : columns(row, id).bytes('body')
    },
  }
}

function deliveryOf(row: Row, board: BoardId): Delivery {
  const read = columns(row, board)
  return {
    id: read.text('id'),
    event: read.oneOf('event', ['session.finished', 'test']),
    at: read.whole('at'),
    state: read.oneOf('state', ['waiting', 'delivered', 'given-up', 'taken-back']),
    tries: read.whole('tries'),
    nextAt: read.wholeOrNull('next_at'),
    lastAt: read.wholeOrNull('last_at'),
    trouble: read.textOrNull('trouble'),
  }
}
