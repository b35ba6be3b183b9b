import { boardMenuWords } from './board-menu.ts'

/** Finding words on the wall and in the list. */
export const findWords = {
  title: boardMenuWords.find,
  field: 'Words to find',
  before: 'The hit before',
  next: 'The next hit',
  close: 'Stop finding',
  none: 'Nothing on the wall has these words.',
  oneAtATime: boardMenuWords.findHasNoWall,
  beneath: 'It lies in this stack.',
  inForm: 'The words stand in the form.',
}

/** Beside the field: "2 of 5"; before any is shown, how many there are. */
export function hitCount(at: number, all: number): string {
  return at < 0 ? `${all} found` : `${at + 1} of ${all}`
}

export interface ToldHit {
  readonly at: number
  readonly all: number
  readonly number: number | null
  readonly name: string
  /** Where the words are, when they can't be seen there. */
  readonly where: string | null
}

/** "Hit 2 of 5. Moment 4. Waits, and nobody says for how long." */
export function hitSentence({ at, all, number, name, where }: ToldHit): string {
  const parts = [`Hit ${at + 1} of ${all}`, number !== null && `Moment ${number}`, name, where]
  return parts
    .filter((part) => typeof part === 'string')
    .map((part) => (/[.?!…]$/.test(part) ? part : `${part}.`))
    .join(' ')
}

/** To be seen below the field, when what was found lies under another note. */
export function liesInStack(name: string): string {
  return `“${name}” lies in this stack.`
}
