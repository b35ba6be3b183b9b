import { commands, type CommandName } from '@momentous/shared/commands/commands'
import type { Offered } from './board-store.ts'
import { wordsAsked } from './lasting-verbs.ts'
import { newId } from './random.ts'
import type { Question } from './waiting.ts'

/** What the server would not take is given back to its author; nothing for a verb that no rule knows. */
export function offerOf({ command }: Question, rule: string | null, reason: string): readonly Offered[] {
  const { name, args } = command
  return isVerb(name) ? [{ id: newId(), rule, reason, words: wordsAsked(command), command: { name, args } }] : []
}

function isVerb(name: string): name is CommandName {
  return name in commands
}
