import { figured } from './number.ts'

/** Finding words on the wall and in the list. */
export const findWords = {
  title: 'Find on the wall',
  field: 'Words to find',
  before: 'The hit before',
  next: 'The next hit',
  close: 'Stop finding',
  none: 'Nothing on the wall has these words.',
  oneAtATime: 'Find looks through the wall, and this phase has none.',
  beneath: 'It lies in this stack.',
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
  readonly beneath: boolean
}

/** "Hit 2 of 5. Moment 4. Waits, and nobody says for how long." */
export function hitSentence({ at, all, number, name, beneath }: ToldHit): string {
  const parts = [`Hit ${at + 1} of ${all}`, number !== null && `Moment ${number}`, name, beneath && findWords.beneath]
  return parts
    .filter((part) => typeof part === 'string')
    .map((part) => (/[.?!…]$/.test(part) ? part : `${part}.`))
    .join(' ')
}

export function hitsFound(all: number): string {
  return `${figured(all, 'hit')}. Enter goes to the first.`
}
