import { openBoard } from '@momentous/shared/board/board'
import { createBoard, type NewBoard } from '@momentous/shared/board/create-board'
import { newId, type BoardId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import type { Instant } from '@momentous/shared/domain/session'
import { getRandomValues } from 'node:crypto'
import * as Y from 'yjs'
import { newLinks } from '../links/new-links.ts'
import { glanceOf, writeGlance } from '../rooms/document/glance.ts'
import type { BoardRecord, Entry, Storage } from '../storage/storage.ts'

export interface BoardGrant {
  readonly id: BoardId
  readonly tokens: Readonly<Record<Role, string>>
}

/** Makes a board out of its template, with one link a role: all of it on the disk in one commit, or nothing. */
export async function makeBoard(storage: Storage, wishes: NewBoard, now: Instant): Promise<BoardGrant> {
  const random = (bytes: Uint8Array): Uint8Array => getRandomValues(bytes)
  const id = newId<BoardId>(random)
  const { tokens, records } = newLinks()
  await storage.commit(id, [
    { kind: 'board-created', record: newRecord(id, now) },
    ...records.map((link): Entry => ({ kind: 'link', link })),
    ...firstContent(wishes, random),
  ])
  return { id, tokens }
}

function newRecord(id: BoardId, createdAt: Instant): BoardRecord {
  const never = { passphrase: null, deleteAt: null, idleDays: null, seenAt: null }
  return { id, epoch: 1, door: 'open', heir: null, createdAt, ...never }
}

function firstContent(wishes: NewBoard, random: (bytes: Uint8Array) => Uint8Array): readonly Entry[] {
  const doc = new Y.Doc()
  createBoard(doc, wishes, random)
  const bytes = Y.encodeStateAsUpdate(doc)
  const glance = writeGlance(glanceOf(openBoard(doc)))
  doc.destroy()
  return [
    { kind: 'update', bytes },
    { kind: 'glance', glance },
  ]
}
