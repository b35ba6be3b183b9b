import type { DatabaseSync } from 'node:sqlite'
import { StorageFault } from './storage-fault.ts'

/**
 * One step a version, forward only; `user_version` counts the steps done. Tables without a rowid keep no order of
 * arrival: their rows lie by key. No table names the sender of an update, a command or a vault row.
 */
const steps = [
  `
  create table board (
    id text primary key, epoch integer not null, head integer not null, door text not null, heir text,
    created_at integer not null
  ) strict, without rowid;
  create table log (
    board text not null, seq integer not null, crc integer not null, bytes blob not null, primary key (board, seq)
  ) strict, without rowid;
  create table snapshot (
    board text not null, seq integer not null, sha256 text not null, vector blob not null, bytes blob not null,
    primary key (board, seq)
  ) strict;
  create table client_id (
    board text not null, client integer not null, seat text not null, primary key (board, client)
  ) strict, without rowid;
  create table link (
    hash text primary key, board text not null, role text not null, closed integer not null
  ) strict, without rowid;
  create index link_of_board on link (board);
  create table seat (
    hash text primary key, board text not null, id text not null, name text not null, role text not null,
    workplace text, link text, closed integer not null
  ) strict, without rowid;
  create unique index seat_of_board on seat (board, id);
  create table vault (
    board text not null, key text not null, bytes blob not null, primary key (board, key)
  ) strict, without rowid;
  create table command (
    board text not null, id text not null, primary key (board, id)
  ) strict, without rowid;
  `,
  // A snapshot without cuts is one of the first version. An era is as much as is remembered of commands: no finer order.
  `
  alter table board add column glance text;
  alter table board add column era integer not null default 0;
  alter table command add column era integer not null default 0;
  alter table snapshot add column cuts blob;
  `,
  `
  alter table board add column passphrase text;
  alter table board add column delete_at integer;
  alter table board add column idle_days integer;
  alter table board add column seen_at integer;
  create index board_expiring on board (id) where delete_at is not null or idle_days is not null;
  `,
  // Hashes of ids, nothing else: what is left of a board, so that no backup brings it back unasked.
  `
  create table deleted (board_hash text primary key) strict, without rowid;
  `,
  // Large rows, each written once: they lie beside their key and not in it. Nothing says in which order they came.
  `
  create table image (
    board text not null, hash text not null, bytes blob not null, primary key (board, hash)
  ) strict;
  `,
  // Whom a board tells that its session is finished. What is told is large, and lies beside its key.
  `
  create table hook (
    board text primary key, url text not null, secret text not null, since integer not null
  ) strict, without rowid;
  create table delivery (
    board text not null, id text not null, event text not null, at integer not null, state text not null,
    tries integer not null, next_at integer, last_at integer, trouble text, body blob, primary key (board, id)
  ) strict;
  create index delivery_waiting on delivery (next_at) where next_at is not null;
  `,
] as const

/** Tables whose rows belong to a board, by the column that names it. */
export const tablesOfBoard = [
  ['board', 'id'],
  ['log', 'board'],
  ['snapshot', 'board'],
  ['client_id', 'board'],
  ['link', 'board'],
  ['seat', 'board'],
  ['vault', 'board'],
  ['image', 'board'],
  ['command', 'board'],
  ['hook', 'board'],
  ['delivery', 'board'],
] as const

const stepsDone = (db: DatabaseSync): number => Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0)

/** Who wrote the file, seen from here. */
export function versionOf(db: DatabaseSync): 'older' | 'current' | 'newer' {
  const done = stepsDone(db)
  if (done === steps.length) return 'current'
  return done < steps.length ? 'older' : 'newer'
}

/** Brings the file to the newest version; every step whole or not at all. */
export function migrate(db: DatabaseSync): void {
  const done = stepsDone(db)
  if (done > steps.length) throw new StorageFault('newer-folder', null, `version ${done}`)
  for (const [index, step] of steps.entries()) {
    if (index < done) continue
    db.exec(`begin immediate; ${step}; pragma user_version = ${index + 1}; commit`)
  }
}
