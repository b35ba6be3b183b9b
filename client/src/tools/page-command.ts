import type { CommandGroup } from '../words/commands.ts'

/** Something that can be done on the page now, as the list of commands and the page of shortcuts show it. */
export interface PageCommand {
  /** Unlike any other's. */
  readonly name: string
  readonly label: string
  readonly group: CommandGroup
  /** Its chords, in the names of `chordOf`; the first is the one to learn. */
  readonly keys: readonly string[]
  /** Its keys act only while the wall has the focus. */
  readonly onWall: boolean
  /** Why it does nothing now, in a sentence. */
  readonly refusal: string | null
  /** It can't be taken back: asks once more. */
  readonly twice: boolean
  run(): void
}
