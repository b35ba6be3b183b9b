import type { Board } from '@momentous/shared/board/board'
import type { ArgsOf, KeptName } from '@momentous/shared/commands/commands'
import type { Actor } from '@momentous/shared/domain/actor'
import type { RuleId } from '@momentous/shared/rules/rule-id'
import { refused, type Ruling } from '@momentous/shared/rules/ruling'
import type { Entry } from '../../storage/storage.ts'
import type { Room } from '../room.ts'

/** Who sends a command: the actor as the seat is now, and the token for what is keyed by it. */
export interface Sender {
  readonly actor: Actor
  readonly token: string
}

/** What a kept command comes to. */
export type KeptOutcome =
  | { readonly what: 'refused'; readonly ruling: Ruling }
  /** Done with the room's next commit; `done` runs after it. */
  | {
      readonly what: 'deed'
      readonly write?: (board: Board) => void
      readonly entries?: readonly Entry[]
      readonly done?: () => void
    }
  /** Done by the links, who keep it themselves. */
  | { readonly what: 'door'; readonly ruling: Promise<Ruling> }

/** Asked after the command's `check` allowed it; decides at once, so that nothing can come in between. */
export type KeptHandler<Name extends KeptName> = (room: Room, sender: Sender, args: ArgsOf<Name>) => KeptOutcome

export function keptRefusal(rule: RuleId, reason: string): KeptOutcome {
  return { what: 'refused', ruling: refused(rule, reason) }
}
