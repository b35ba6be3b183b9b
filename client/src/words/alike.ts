/** Two moments that say nearly the same. */
export const alikeWords = {
  title: 'Nearly the same',
  stack: 'Stack them',
  show: 'Show them',
  leave: 'Leave both as they are',
  takeApart: 'Take them apart',
  close: 'Understood',
}

const LONGEST = 36

function cut(words: string): string {
  const line = words.trim().replace(/\s+/gu, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line
}

export interface NamedMoment {
  readonly number: number
  readonly text: string
}

/** "4 “Waits at the desk” and 9 “Waits at desk” say nearly the same." */
export function sayNearlyTheSame(one: NamedMoment, other: NamedMoment): string {
  return `${one.number} “${cut(one.text)}” and ${other.number} “${cut(other.text)}” say nearly the same.`
}

/** The same for whoever hears it. */
export function areNearlyTheSame(one: string, other: string): string {
  return `“${cut(one)}” and “${cut(other)}” say nearly the same. They can be stacked.`
}

/** What became of it; nothing is lost. */
export function stackedNow(base: string): string {
  return `They lie on one stack now, under “${cut(base)}”.`
}
