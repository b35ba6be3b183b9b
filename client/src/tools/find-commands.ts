import { commandGroups } from '../words/commands.ts'
import { otherWordsFor } from '../words/other-words.ts'
import type { PageCommand } from './page-command.ts'

/**
 * The commands that have all the typed words: those that begin with them first, then those that only other whiteboards call
 * so, and what can't be done now last.
 */
export function findCommands(commands: readonly PageCommand[], typed: string): readonly PageCommand[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean)
  return commands
    .filter((command) => wanted.every((word) => textOf(command).includes(word) || isCalled(command, word)))
    .map((command) => ({ command, weight: weightOf(command, wanted) }))
    .toSorted((one, other) => one.weight - other.weight)
    .map(({ command }) => command)
}

function weightOf(command: PageCommand, wanted: readonly string[]): number {
  const label = plain(command.label)
  const [first = ''] = wanted
  const begins = label.startsWith(first) ? 0 : label.includes(` ${first}`) ? 1 : 2
  const own = wanted.every((word) => textOf(command).includes(word)) ? 0 : 3
  return (command.refusal === null ? 0 : 10) + own + begins
}

const textOf = ({ label, group }: PageCommand): string => plain(`${label} ${commandGroups[group]}`)

/** Only by how such a word begins: half of them would be found in the middle of another. */
const isCalled = ({ name }: PageCommand, word: string): boolean => ` ${otherWordsFor(name)}`.includes(` ${word}`)

/** Without accents and capitals; either apostrophe is the same. */
function plain(words: string): string {
  return words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'")
}
