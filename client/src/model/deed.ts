import type { Board } from '@momentous/shared/board/board'
import type { Random } from '@momentous/shared/board/order'
import type { BoardView } from '@momentous/shared/board/view'
import { commands, directCommands } from '@momentous/shared/commands/commands'
import type { ArgsOf, CommandName, DirectName } from '@momentous/shared/commands/commands'
import type { Actor } from '@momentous/shared/domain/actor'
import type { Ruling } from '@momentous/shared/rules/ruling'
import * as v from 'valibot'
import { storeWords } from '../words/store.ts'

export interface DeedOf<Name extends DirectName> {
  readonly name: Name
  readonly args: ArgsOf<Name>
}

/** A direct verb with its arguments. */
export type Deed = { [Name in DirectName]: DeedOf<Name> }[DirectName]

type Verbs = {
  readonly [Name in CommandName]: {
    readonly args: v.GenericSchema<unknown, ArgsOf<Name>>
    check(view: BoardView, actor: Actor, args: ArgsOf<Name>): Ruling
  }
}
type DirectVerbs = {
  readonly [Name in DirectName]: { apply(board: Board, args: ArgsOf<Name>, random: Random): void }
}

// The same registries, typed so that a name and its own arguments stay together.
const verbs: Verbs = commands
const directVerbs: DirectVerbs = directCommands

export function rulingOn<Name extends CommandName>(
  name: Name,
  args: ArgsOf<Name>,
  view: BoardView,
  actor: Actor,
): Ruling {
  return verbs[name].check(view, actor, args)
}

/** The arguments as the command takes them, or a refusal that says what is wrong with them. */
export function parsed<Name extends CommandName>(
  name: Name,
  args: unknown,
): { readonly args: ArgsOf<Name> } | { readonly refusal: Ruling & { allowed: false } } {
  const result = v.safeParse(verbs[name].args, args)
  if (result.success) return { args: result.output }
  const [issue] = result.issues
  const said = issue !== undefined && /^[A-Z].*\.$/.test(issue.message) ? issue.message : storeWords.unreadable
  return { refusal: { allowed: false, rule: 'D1', reason: said } }
}

export function apply<Name extends DirectName>(board: Board, name: Name, args: ArgsOf<Name>, random: Random): void {
  directVerbs[name].apply(board, args, random)
}

export function isDirect(name: string): name is DirectName {
  return name in directCommands
}
