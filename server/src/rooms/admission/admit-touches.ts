import type { Board } from '@momentous/shared/board/board'
import type { Touch } from '@momentous/shared/board/place'
import { pieceRoots, recordLimits, records, recordRoots, type RecordRoot } from '@momentous/shared/board/records'
import { ID_PATTERN } from '@momentous/shared/domain/id'
import { rowOfCreation, rowOfPlace, targetOf } from '@momentous/shared/rules/place-row'
import { all, allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'
import type { RowName } from '@momentous/shared/rules/rows'
import type { Target } from '@momentous/shared/rules/may'
import { judgeRelations } from './admit-relations.ts'
import type { Fullness } from '../document/document-size.ts'
import { fieldOf, fitsField } from './admit-values.ts'

/** Asks the one table for this author, in the phase that counts for this change. */
export type Ask = (row: RowName, target: Target) => Ruling

export interface Place {
  readonly board: Board
  readonly ask: Ask
  readonly fullness: Fullness
}

export const FULL = 'This board is full. Start another one for what comes next.'
const NO_PLACE = refused('D1', 'A board has no such place.')
const GOVERNED = refused('D2', 'Only the server writes there. Ask for it with a command.')

/** The first refusal of everything that a change touches, else allowed. */
export function judgeTouches(place: Place, touches: readonly Touch[]): Ruling {
  for (const touch of touches) {
    const ruling = judge(place, touch)
    if (!ruling.allowed) return ruling
  }
  return all(
    () => judgeRoom(place.fullness, touches),
    () => judgeRelations({ board: place.board, touches }),
    () => judgeCounts(place.board, touches),
    () => judgeTexts(place.board, touches),
  )
}

function judge({ board, ask }: Place, touch: Touch): Ruling {
  const root = knownRoot(touch.root)
  if (root === null) return touch.root === 'session' ? GOVERNED : NO_PLACE
  switch (touch.kind) {
    case 'create':
      return judgeCreation(board, ask, root, touch.id)
    case 'erase-record':
      return judgeErasure(ask, root)
    case 'erase-key':
    case 'erase-text':
      return judgeKey(ask, root, touch, touch.kind === 'erase-text', false)
    case 'type':
      return judgeKey(ask, root, touch, true, touch.fresh)
    case 'set':
      return judgeSet(board, ask, root, touch)
  }
}

function knownRoot(root: string): RecordRoot | null {
  return recordRoots.find((each) => each === root) ?? null
}

function judgeCreation(board: Board, ask: Ask, root: RecordRoot, id: string): Ruling {
  // An id that spells a field's name could be mistaken for it.
  if (!ID_PATTERN.test(id) || Object.hasOwn(records[root], id)) return refused('D1', 'A board has no such id.')
  const row = rowOfCreation(root)
  if (row === null) return GOVERNED
  if (board[root].has(id) || sharers(root).some((other) => board[other].has(id))) return THERE
  return ask(row, { creates: true })
}

const THERE = refused('M4', 'This is on the board already. It can be changed, but not replaced.')

/** Roots that share their ids with this one: a selection names pieces of all of them by nothing else. */
function sharers(root: RecordRoot): readonly RecordRoot[] {
  return pieceRoots.some((each) => each === root) ? pieceRoots : [root]
}

function judgeErasure(ask: Ask, root: RecordRoot): Ruling {
  if (root !== 'ink') return refused('M5', 'Nothing disappears from a board. It can be put into the bin.')
  return ask('ink', {})
}

/** May this key be written at all, and by this author? `isText`: characters in it, not the value itself. */
function judgeKey(ask: Ask, root: RecordRoot, { id, key }: Named, isText: boolean, fresh: boolean): Ruling {
  const field = fieldOf(root, key)
  if (field === null || (field.field === 'text') !== isText) return NO_PLACE
  const row = rowOfPlace(root, key)
  const creation = rowOfCreation(root)
  if (row === null) return GOVERNED
  if (!fresh && field.field === 'value' && field.fixed)
    return refused('M4', 'What a shape is and which file an image shows stays as it was made.')
  return fresh && creation !== null ? ask(creation, { creates: true }) : ask(row, targetOf(root, id))
}

type Named = Extract<Touch, { readonly key: string }>

function judgeSet(board: Board, ask: Ask, root: RecordRoot, touch: Extract<Touch, { kind: 'set' }>): Ruling {
  const { id, key, written, fresh } = touch
  // Directly in the root: a stroke that was drawn and erased again before it arrived.
  if (id === key && fieldOf(root, key) === null) {
    return written.is === 'nothing' ? judgeErasure(ask, root) : NO_PLACE
  }
  if (!fresh && !board[root].has(id)) return NO_PLACE
  const isText = fieldOf(root, key)?.field === 'text'
  // A text is made with its record and then typed into; another one in its place would take everybody's words away.
  if (isText !== (written.is === 'text') && (isText || written.is !== 'nothing')) return NO_PLACE
  if (isText && !fresh) return refused('M4', 'A text is typed into, not replaced.')
  const ruling = judgeKey(ask, root, touch, isText, fresh)
  return ruling.allowed && written.is === 'value' ? fitsField(root, key, written.value) : ruling
}

/** Whoever is told that a board is full can still change and bin what is there, and at the very end still erase. */
function judgeRoom(fullness: Fullness, touches: readonly Touch[]): Ruling {
  if (fullness === 'room') return allowed
  const adds = ({ kind }: Touch) => kind === 'create' || kind === 'type' || (fullness === 'over' && kind === 'set')
  return touches.some(adds) ? refused('D1', FULL) : allowed
}

function judgeCounts(board: Board, touches: readonly Touch[]): Ruling {
  const made = new Map<RecordRoot, Set<string>>()
  const texts = new Set<string>()
  for (const touch of touches) {
    const root = knownRoot(touch.root)
    if (root === null) continue
    if (touch.kind === 'create') {
      if (sharers(root).some((other) => made.get(other)?.has(touch.id))) return THERE
      made.set(root, (made.get(root) ?? new Set()).add(touch.id))
    } else if (touch.kind === 'set' && touch.written.is === 'text') texts.add(`${root} ${touch.id} ${touch.key}`)
  }
  for (const [root, ids] of made) {
    if (hasMoreThan(board, root, recordLimits[root] - ids.size)) {
      return refused('D1', FULL)
    }
    for (const key of Object.keys(records[root])) {
      if (fieldOf(root, key)?.field !== 'text') continue
      for (const id of ids) if (!texts.has(`${root} ${id} ${key}`)) return refused('D1', 'A part of this is missing.')
    }
  }
  return allowed
}

/** For each record that a board may hold, so many may have been there and been erased. */
const ERASED = 2

/** Counting walks the whole root, erased records too, so the cheap bounds come first. */
function hasMoreThan(board: Board, root: RecordRoot, most: number): boolean {
  const ever = board[root]._map.size
  return ever > most && (ever > recordLimits[root] * (1 + ERASED) || board[root].size > most)
}

function judgeTexts(board: Board, touches: readonly Touch[]): Ruling {
  const grown = new Map<string, { readonly root: RecordRoot; readonly id: string; readonly key: string; by: number }>()
  for (const touch of touches) {
    if (touch.kind !== 'type' && touch.kind !== 'erase-text') continue
    const root = knownRoot(touch.root)
    if (root === null) continue
    if (touch.kind === 'type' && !touch.text.isWellFormed()) return refused('D1', 'This text holds a broken character.')
    const place = `${touch.root} ${touch.id} ${touch.key}`
    const text = grown.get(place) ?? { root, id: touch.id, key: touch.key, by: 0 }
    text.by += touch.kind === 'type' ? touch.text.length : -touch.length
    grown.set(place, text)
  }
  for (const { root, id, key, by } of grown.values()) {
    const field = fieldOf(root, key)
    if (by <= 0 || field?.field !== 'text') continue
    const length = textLength(board[root], id, key) + by
    if (length > field.max) return refused('D1', `That is too long for one note. ${field.max} characters fit.`)
  }
  return allowed
}

function textLength(root: Board[RecordRoot], id: string, key: string): number {
  const text = root.get(id)?.get(key)
  return text !== null && typeof text === 'object' && 'length' in text ? Number(text.length) : 0
}
