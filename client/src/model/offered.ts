import type { CommandName } from '@momentous/shared/commands/commands'

/** A change that was refused after it had been made here. */
export interface Offered {
  readonly id: string
  readonly rule: string | null
  /** Why, as a sentence. */
  readonly reason: string
  /** What the person wrote; empty for a change without words. */
  readonly words: string
  readonly command: Refused
  /** For an edit: the text that it was meant for. */
  readonly before?: string
  /** What was refused with it, for the same reason. */
  readonly also?: readonly Refused[]
}

interface Refused {
  readonly name: CommandName
  readonly args: unknown
}

/** What goes back to its author; without words of its own those that its command is about. */
export type GivenBack = Omit<Offered, 'id' | 'words' | 'also'> & { readonly words?: string }
