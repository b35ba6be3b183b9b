import type { Ruling } from '@momentous/shared/rules/ruling'
import * as Y from 'yjs'
import { storeWords } from '../words/store.ts'
import { editedText } from './acting.ts'
import type { Offered } from './offered.ts'
import type { Facts } from './giving-back.ts'
import { wordsAsked } from './lasting-verbs.ts'
import { isOwnText, recordsIn, type Change } from './outbox.ts'
import { edited, rebased } from './text-rebase.ts'

/** Why the server would not go on with the former document; null when it was not about one change. */
export interface Refusal {
  /** `updateKey` of the update that was refused. */
  readonly key: number
  readonly rule: string | null
  readonly reason: string
}

export interface RecoveryDesk {
  /** The board as the fresh document has it. */
  readonly facts: Facts
  /** Puts the change to `check`, and does it anew on the fresh document. */
  redo(change: Change['command']): Ruling
  newId(): string
}

/** A change together with what its author had written by then: the words to give back if need be. */
export interface Unsaved {
  readonly change: Change
  readonly words: string
  /** The server named this very change. */
  readonly refusal: Refusal | null
}

/** Which of these changes did the server take before it stopped? They must not be done twice. */
export function arrived(changes: readonly Change[], fresh: Y.Doc): ReadonlySet<Change> {
  const there = Y.snapshot(fresh)
  return new Set(changes.filter(({ update }) => Y.snapshotContainsUpdate(there, update)))
}

/**
 * Does unsaved changes anew, one by one, as far as they are allowed now. Gives the rest back as offers: one for each text
 * and for each record that could not be made, and one for each reason where there are no words to lose.
 */
export function replay(unsaved: readonly Unsaved[], desk: RecoveryDesk): readonly Offered[] {
  const offers = new Map<string, Offered>()
  /** Records whose making was refused: what was done to them can't be done either. */
  const lost = new Map<string, No>()

  for (const { change, words, refusal } of unsaved) {
    const { command } = change
    const orphan = recordsIn(command.args)
      .map((id) => lost.get(id))
      .find((each) => each !== undefined)
    const no = refusal ?? orphan ?? refusalNow(change, desk)
    if (no === null) continue
    const { rule, reason } = no
    if (makes(command.name)) for (const id of recordsIn(command.args)) lost.set(id, { rule, reason })
    const key = offerKey(change, words, reason)
    const former = offers.get(key)
    const offer = { id: former?.id ?? desk.newId(), rule, reason, words, command: former?.command ?? command }
    offers.set(key, former && isLine(command) ? { ...offer, also: [...(former.also ?? []), command] } : offer)
  }
  return [...offers.values()]
}

/** Lines of ink say nothing in words, and are given back together. */
const isLine = ({ name }: Change['command']) => name === 'draw-stroke'
const makes = (name: string) => name.startsWith('add-') || name === 'draw-stroke'

interface No {
  readonly rule: string | null
  readonly reason: string
}

/** Does the change anew; null when that worked. */
function refusalNow({ command, before }: Change, { facts, redo }: RecoveryDesk): No | null {
  const edit = editedText(command.name, command.args)
  if (edit === null) return refusalIn(redo(command))
  const { root, id, key } = edit
  const now = facts.text(root, id, key)
  if (now === undefined) return { rule: null, reason: storeWords.notTaken }
  // The edit counted its place in a text that others may have changed meanwhile.
  return refusalIn(redo({ name: 'edit-text', args: { root, id, key, ...rebased(edit, before ?? now, now) } }))
}

function refusalIn(ruling: Ruling): No | null {
  return ruling.allowed ? null : ruling
}

const textKeys = [
  ['moments', 'text'],
  ['actions', 'text'],
  ['rungs', 'text'],
  ['shapes', 'words'],
  ['stages', 'title'],
] as const

/** What the author wrote, as far as the change is about words: the whole text that it made or changed. */
export function wordsOf(change: Change, former: Facts): string {
  const { command } = change
  const text = editedText(command.name, command.args)
  if (text !== null) return former.text(text.root, text.id, text.key) ?? textAfter(change)
  if (!command.name.startsWith('add-')) return ''
  const made = recordsIn(command.args).flatMap((id) => ownText(id, former) ?? [])
  return made.length > 0 ? made.join('\n') : textAfter(change)
}

/** The text that a record is made with; undefined when there is no such record. */
function ownText(id: string, former: Facts): string | undefined {
  for (const [root, key] of textKeys) {
    const words = former.text(root, id, key)
    if (words !== undefined) return words
  }
  return undefined
}

/** The same for a change whose document is not here: as the text was right after it. */
function textAfter({ command, before }: Change): string {
  const edit = editedText(command.name, command.args)
  if (edit === null) return command.name.startsWith('add-') ? wordsAsked(command) : ''
  return edited(before ?? '', edit)
}

/** Changes with the same key become one offer. */
function offerKey({ command }: Change, words: string, reason: string): string {
  if (isLine(command)) return `lines ${reason}`
  if (words === '') return `no words ${reason}`
  const text = editedText(command.name, command.args)
  const [id = ''] = recordsIn(command.args)
  return text === null || isOwnText(text.key) ? `text of ${id}` : `${text.key} of ${id}`
}
