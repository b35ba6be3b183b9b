import type { Board } from '@momentous/shared/board/board'
import { touchedPlaces, type Touch } from '@momentous/shared/board/place'
import { viewToJudge, type BoardView } from '@momentous/shared/board/view'
import type { Actor } from '@momentous/shared/domain/actor'
import type { Phase } from '@momentous/shared/domain/phase'
import type { RuleId } from '@momentous/shared/rules/rule-id'
import { may, mayIn } from '@momentous/shared/rules/may'
import { refused, type Ruling } from '@momentous/shared/rules/ruling'
import * as Y from 'yjs'
import { decodeChange, TOO_LARGE, UNREADABLE } from './admit-decode.ts'
import { checkStructs, withoutKnown } from './admit-structs.ts'
import { judgeTouches, type Ask } from './admit-touches.ts'
import { placingWork } from './admit-work.ts'
import type { ClientOwners } from './client-owners.ts'
import type { Fullness } from '../document/document-size.ts'
import { readUpdateBytes } from '../document/update-bytes.ts'
import { limits } from '../limits.ts'

export interface Applicant {
  readonly actor: Actor
  /** A phase that ended so lately that this author can't have known; null when the current one counts. */
  readonly formerPhase: Phase | null
  /** The answer to a question of ours may be larger than a single change. */
  readonly isAnswer: boolean
  /** How much room is left on the board; left out, enough. */
  readonly fullness?: Fullness
}

export type Admission =
  /** Nothing in it is new. */
  | { readonly verdict: 'known' }
  /** `update` is what is new in it. */
  | { readonly verdict: 'admitted'; readonly clients: readonly number[]; readonly update: Uint8Array }
  /** It builds on something that hasn't arrived; whoever sent it is asked for that. */
  | { readonly verdict: 'gap' }
  /** It is written under an id that another socket of somebody without a seat has; that one will be gone soon. */
  | { readonly verdict: 'later' }
  | { readonly verdict: 'refused'; readonly rule: RuleId; readonly reason: string }

const unfit = (reason: string): Admission => ({ verdict: 'refused', rule: 'D1', reason })

/** Decides about an update (v1) before anything of it is applied. Changes nothing. */
export function admit(board: Board, owners: ClientOwners, applicant: Applicant, bytes: Uint8Array): Admission {
  if (bytes.length > (applicant.isAnswer ? limits.frame : limits.update)) {
    return unfit(TOO_LARGE)
  }
  const read = decodeChange(bytes)
  if (!read.ok) return unfit(read.reason)
  const update = withoutKnown(board.doc, read.decoded, bytes)
  const decoded = update === bytes ? read.decoded : Y.decodeUpdate(update)
  const structs = checkStructs(board.doc, decoded)
  if (!structs.ok) return structs.problem === 'gap' ? { verdict: 'gap' } : unfit(structs.reason)
  if (!canBeJoined(update)) return unfit(UNREADABLE)
  if (placingWork(board.doc, decoded) > limits.placing) return unfit(TOO_LARGE)
  const touched = touchedPlaces(board.doc, decoded)
  if (!touched.ok) return touched.problem === 'unknown' ? { verdict: 'gap' } : unfit(touched.reason)
  if (structs.clients.length === 0 && touched.touches.length === 0) return { verdict: 'known' }
  // Somebody who came back with a link alone, while the line before still hangs.
  if (structs.clients.some((client) => owners.isStillOpen(client, applicant.actor.seat))) return { verdict: 'later' }
  const ruling = judgeAll(board, owners, applicant, structs.clients, touched.touches)
  return ruling.allowed
    ? { verdict: 'admitted', clients: structs.clients, update }
    : { verdict: 'refused', rule: ruling.rule, reason: ruling.reason }
}

/** It is kept as it came, and newcomers are sent it joined to others: whatever Yjs makes of it, that must work. */
function canBeJoined(update: Uint8Array): boolean {
  try {
    return readUpdateBytes(update).groups.every(({ clock, until }) => clock < until)
  } catch {
    return false
  }
}

function judgeAll(
  board: Board,
  owners: ClientOwners,
  applicant: Applicant,
  clients: readonly number[],
  touches: readonly Touch[],
): Ruling {
  const view = viewToJudge(board)
  // Whatever it would write: an observer writes nothing.
  if (applicant.actor.role === 'observer') return may(applicant.actor, view, 'moment')
  for (const client of clients) {
    // Whatever is on the board already was written by somebody, whether they claimed the id or not.
    const isTaken = !owners.has(client) && Y.getState(board.doc.store, client) > 0
    if (isTaken || !owners.mayUse(client, applicant.actor.seat)) return refused('D2', ANOTHERS)
  }
  if (clients.some((client) => !owners.has(client)) && owners.countOf(applicant.actor.seat) >= limits.clientsPerSeat) {
    return refused('D1', 'This seat has been open on too many pages. Join the board anew, with a seat of its own.')
  }
  return judgeTouches({ board, ask: table(view, applicant), fullness: applicant.fullness ?? 'room' }, touches)
}

const ANOTHERS = 'This change is written in another’s name.'

/** The one table for this author; each row is asked once a change, however many places of one record fall under it. */
function table(view: BoardView, { actor, formerPhase }: Applicant): Ask {
  const answers = new Map<string, Ruling>()
  return (row, target) => {
    const key = `${row} ${target.creates === true} ${target.moment ?? ''}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const now = may(actor, view, row, target)
    const answer = now.allowed || formerPhase === null ? now : mayIn(formerPhase, actor, view, row, target)
    answers.set(key, answer)
    return answer
  }
}
