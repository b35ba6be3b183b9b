import { commands, type CommandName } from '@momentous/shared/commands/commands'
import type { Offered } from './offered.ts'
import type { Hearing } from './hearing.ts'
import type { Keeping } from './keeping.ts'
import { wordsAsked } from './lasting-verbs.ts'
import { newId } from './random.ts'
import type { Question } from './waiting.ts'

/** What the server would not take is given back to its author; nothing for a verb that no rule knows. */
export function offerOf({ command }: Question, rule: string | null, reason: string): readonly Offered[] {
  const { name, args } = command
  const words = wordsAsked(command)
  // Whom somebody gave dots or a grade stays on the device no longer than it has to.
  return isVerb(name) ? [{ id: newId(), rule, reason, words, command: { name, args: words === '' ? {} : args } }] : []
}

function isVerb(name: string): name is CommandName {
  return name in commands
}

/** Shows it to its author, and keeps it on this device until it was answered. */
export function offerBack({ offered }: Hearing, keeping: Keeping, offers: readonly Offered[]): void {
  if (offers.length === 0) return
  offered.set([...offered.get(), ...offers])
  keeping.offer(offers, [])
}
