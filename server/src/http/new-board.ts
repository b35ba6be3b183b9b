import { openBoard } from '@momentous/shared/board/board'
import { createBoard, type NewBoard } from '@momentous/shared/board/create-board'
import { newId, type BoardId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import type { Instant } from '@momentous/shared/domain/session'
import { getRandomValues } from 'node:crypto'
import * as Y from 'yjs'
import { newLinks } from '../links/new-links.ts'
import { glanceOf, writeGlance } from '../rooms/document/glance.ts'
import type { ImageBytes } from './room-service.ts'
import type { BoardRecord, Entry, Storage } from '../storage/storage.ts'

export interface BoardGrant {
  readonly id: BoardId
  readonly tokens: Readonly<Record<Role, string>>
}

/** Makes a board out of its template, with one link a role: all of it on the disk in one commit, or nothing. */
export function makeBoard(storage: Storage, wishes: NewBoard, now: Instant): Promise<BoardGrant> {
  return keepBoard(storage, firstContent(wishes), now)
}

/** What a new board begins with. */
export interface FirstContent {
  readonly update: Uint8Array
  readonly glance: string
  readonly images?: readonly ImageBytes[]
}

/** The same out of content that is there already. */
export async function keepBoard(storage: Storage, content: FirstContent, now: Instant): Promise<BoardGrant> {
  const id = newId<BoardId>(random)
  const { tokens, records } = newLinks()
  await storage.commit(id, [
    { kind: 'board-created', record: newRecord(id, now) },
    ...records.map((link): Entry => ({ kind: 'link', link })),
    { kind: 'update', bytes: content.update },
    { kind: 'glance', glance: content.glance },
    ...(content.images ?? []).map(({ hash, bytes }): Entry => ({ kind: 'image', hash, bytes })),
  ])
  return { id, tokens }
}

const random = (bytes: Uint8Array): Uint8Array => getRandomValues(bytes)

function newRecord(id: BoardId, createdAt: Instant): BoardRecord {
  const never = { passphrase: null, deleteAt: null, idleDays: null, seenAt: null }
  return { id, epoch: 1, door: 'open', heir: null, createdAt, ...never }
}

function firstContent(wishes: NewBoard): FirstContent {
  const doc = new Y.Doc()
  createBoard(doc, wishes, random)
  const update = Y.encodeStateAsUpdate(doc)
  const glance = writeGlance(glanceOf(openBoard(doc)))
  doc.destroy()
  return { update, glance }
}
