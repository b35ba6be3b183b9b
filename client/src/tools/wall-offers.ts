import { arrangeWords } from '../words/arranging.ts'
import { noteMenuWords } from '../words/canvas.ts'
import { commandWords, wallCommandWords } from '../words/commands.ts'
import type { Bench } from './bench.ts'
import { openNoteMenu } from './note-menu.ts'
import { noteVerbs, type NoteVerb } from './note-verbs.ts'
import type { PageCommand } from './page-command.ts'
import type { Toolbox } from './toolbox.ts'
import { wallCommands, type WallCommand } from './wall-commands.ts'

/** What the wall is worked with, while it is on the screen. */
export interface WallHands {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** Verbs of the note's menu that have no key of their own. */
const keyless = ['look', 'kind', 'serves', 'seconds', 'lock', 'stack', 'unstack', 'tidy', 'arrange'] as const
const labels: Readonly<Record<(typeof keyless)[number], string>> = {
  ...noteMenuWords,
  unstack: wallCommandWords.unstack,
  arrange: arrangeWords.title,
}

/** Everything that can be done on the wall, with the reason where it can't be done now; without a wall, that is the reason. */
export function wallOffers(hands: WallHands | null, away: string): readonly PageCommand[] {
  const verbs = hands === null ? [] : noteVerbs(hands.bench)
  return [
    ...Object.entries(wallCommands).map(([name, command]) => keyed(name, command, hands, away)),
    ...keyless.map((name) => keylessOf(name, verbs, hands, away)),
  ]
}

function keyed(name: string, command: WallCommand, hands: WallHands | null, away: string): PageCommand {
  const { label, group, keys, onWall } = command
  const refusal = hands === null ? away : command.refusal(hands.bench, hands.toolbox)
  const act = command.listed ?? command.act
  const run = () => void (hands && act(hands.bench, hands.toolbox))
  return { name, label, group, keys, onWall, refusal, twice: false, run }
}

function keylessOf(
  name: (typeof keyless)[number],
  verbs: readonly NoteVerb[],
  hands: WallHands | null,
  away: string,
): PageCommand {
  const verb = verbs.find((each) => each.name === name)
  const facts = { name: `note-${name}`, group: 'notes', keys: [], onWall: true, twice: false } as const
  const none = verbs.length === 0 ? commandWords.selectFirst : commandWords.notOfThisNote
  const run = () => {
    const lead = hands?.bench.selection.lead()
    if (!hands || !verb) return
    if (verb.page === null) verb.act()
    else if (lead) openNoteMenu(lead, verb.page, hands.bench)
  }
  const refusal = hands === null ? away : verb === undefined ? none : verb.refusal
  return { ...facts, label: verb?.label ?? labels[name], refusal, run }
}
