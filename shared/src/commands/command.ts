import type * as v from 'valibot'
import type { Board } from '../board/board.ts'
import type { Random } from '../board/order.ts'
import type { BoardView } from '../board/view.ts'
import type { Actor } from '../domain/actor.ts'
import type { Person } from '../domain/person.ts'
import type { Instant } from '../domain/session.ts'
import type { Ruling } from '../rules/ruling.ts'

interface Verb<Name extends string, Args> {
  readonly name: Name
  /** Parses what comes from outside; the messages of its issues are sentences. */
  readonly args: v.GenericSchema<unknown, Args>
  /** May this actor do this now? Asked by the button, by the client before it writes, and by the server. */
  check(view: BoardView, actor: Actor, args: Args): Ruling
}

/** A CRDT write of the client, admitted by place. `apply` runs inside one transaction. */
export interface DirectCommand<Name extends string = string, Args = unknown> extends Verb<Name, Args> {
  readonly channel: 'direct'
  apply(board: Board, args: Args, random: Random): void
}

export interface GovernedContext {
  readonly actor: Actor
  readonly now: Instant
  readonly random: Random
  /** Everybody who has a seat. */
  readonly people: readonly Person[]
}

/** A message that the server checks and applies to the room's own document, under the server's own clientID. */
export interface GovernedCommand<Name extends string = string, Args = unknown> extends Verb<Name, Args> {
  readonly channel: 'governed'
  apply(board: Board, args: Args, context: GovernedContext): void
}

/**
 * A message whose effect is no write of the shared document at this moment: what stays secret goes to the vault, seats
 * and links to the server's own tables. The server keeps one handler a name.
 */
export interface KeptCommand<Name extends string = string, Args = unknown> extends Verb<Name, Args> {
  readonly channel: 'kept'
  /** True where the answer, the journal and the logs must not tell who sent it. */
  readonly anonymous: boolean
}

export function direct<Name extends string, Args>(
  command: Omit<DirectCommand<Name, Args>, 'channel'>,
): DirectCommand<Name, Args> {
  return { channel: 'direct', ...command }
}

export function governed<Name extends string, Args>(
  command: Omit<GovernedCommand<Name, Args>, 'channel'>,
): GovernedCommand<Name, Args> {
  return { channel: 'governed', ...command }
}

export function kept<Name extends string, Args>(
  command: Omit<KeptCommand<Name, Args>, 'channel'>,
): KeptCommand<Name, Args> {
  return { channel: 'kept', ...command }
}
