import type { Board } from '@momentous/shared/board/board'
import { touchedPlaces } from '@momentous/shared/board/place'
import type { Decoded } from '@momentous/shared/board/struct-index'
import { viewOf } from '@momentous/shared/board/view'
import type { Actor } from '@momentous/shared/domain/actor'
import type { Phase } from '@momentous/shared/domain/phase'
import type { RuleId } from '@momentous/shared/rules/rule-id'
import { may, mayIn } from '@momentous/shared/rules/may'
import { refused, type Ruling } from '@momentous/shared/rules/ruling'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { checkStructs } from './admit-structs.ts'
import { judgeTouches } from './admit-touches.ts'
import type { ClientOwners } from './client-owners.ts'
import { limits } from './limits.ts'

export interface Applicant {
  readonly actor: Actor
  /** A phase that ended so lately that this author can't have known; null when the current one counts. */
  readonly formerPhase: Phase | null
  /** The answer to a question of ours may be larger than a single change. */
  readonly isAnswer: boolean
}

export type Admission =
  /** Nothing in it is new. */
  | { readonly verdict: 'known' }
  | { readonly verdict: 'admitted'; readonly clients: readonly number[] }
  /** It builds on something that hasn't arrived; whoever sent it is asked for that. */
  | { readonly verdict: 'gap' }
  | { readonly verdict: 'refused'; readonly rule: RuleId; readonly reason: string }

/** Decides about an update (v1) before anything of it is applied. Changes nothing. */
export function admit(board: Board, owners: ClientOwners, applicant: Applicant, bytes: Uint8Array): Admission {
  if (bytes.length > (applicant.isAnswer ? limits.frame : limits.update)) {
    return { verdict: 'refused', rule: 'D1', reason: 'This change is too large to be taken at once.' }
  }
  const decoded = decode(bytes)
  if (decoded === null) return { verdict: 'refused', rule: 'D1', reason: 'This change can’t be read.' }
  const structs = checkStructs(board.doc, decoded)
  if (!structs.ok) {
    return structs.problem === 'gap' ? { verdict: 'gap' } : { verdict: 'refused', rule: 'D1', reason: structs.reason }
  }
  const touched = touchedPlaces(board.doc, decoded)
  if (!touched.ok) {
    return touched.problem === 'unknown'
      ? { verdict: 'gap' }
      : { verdict: 'refused', rule: 'D1', reason: touched.reason }
  }
  if (structs.clients.length === 0 && touched.touches.length === 0) return { verdict: 'known' }
  const ruling = judgeAll(board, owners, applicant, structs.clients, touched.touches)
  return ruling.allowed
    ? { verdict: 'admitted', clients: structs.clients }
    : { verdict: 'refused', rule: ruling.rule, reason: ruling.reason }
}

/** Null for what is no update, and for one with something behind it: one in the other encoding reads as one of nothing. */
function decode(bytes: Uint8Array): Decoded | null {
  let rest: decoding.Decoder | null = null
  class Whole extends Y.UpdateDecoderV1 {
    constructor(decoder: decoding.Decoder) {
      super(decoder)
      rest = decoder
    }
  }
  try {
    const decoded = Y.decodeUpdateV2(bytes, Whole)
    return rest !== null && decoding.hasContent(rest) ? null : decoded
  } catch {
    return null
  }
}

function judgeAll(
  board: Board,
  owners: ClientOwners,
  { actor, formerPhase }: Applicant,
  clients: readonly number[],
  touches: Parameters<typeof judgeTouches>[1],
): Ruling {
  const view = viewOf(board)
  // Whatever it would write: an observer writes nothing.
  if (actor.role === 'observer') return may(actor, view, 'moment')
  for (const client of clients) {
    // Whatever is on the board already was written by somebody, whether they claimed the id or not.
    const isTaken = !owners.has(client) && Y.getState(board.doc.store, client) > 0
    if (isTaken || !owners.mayUse(client, actor.seat)) return refused('D2', 'This change is written in another’s name.')
  }
  return judgeTouches(
    {
      board,
      view,
      ask(row, target) {
        const now = may(actor, view, row, target)
        return now.allowed || formerPhase === null ? now : mayIn(formerPhase, actor, view, row, target)
      },
    },
    touches,
  )
}
