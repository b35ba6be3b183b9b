/*
 * When do two notes say nearly the same? By the Sørensen-Dice coefficient (Dice 1945, Sørensen 1948) of their sets of
 * letter trigrams, each word with two blanks before it and one behind it, as PostgreSQL's pg_trgm does: the order of the
 * words doesn't matter, and their beginnings weigh most. That alone would take "first invoice by email" for "first
 * invoice by post", so nothing may stand in one of them that says something else: a word of four letters or more needs a
 * counterpart in the other text that half of its trigrams are in, and a number, a negation or a direction has to be the
 * same. What is alike is offered and never done: it is better to miss a pair than to bother with a wrong one.
 */

/** What a text says, as it is compared. */
export interface Said {
  readonly words: readonly string[]
  readonly grams: ReadonlySet<string>
}

/** From here on two texts say nearly the same. */
export const ALIKE = 0.75
/** From here on one word is a counterpart of another: "waits" of "waiting", "recieves" of "receives". */
const COUNTERPART = 0.5
/** Words that are shorter say little: "the", "at", "des". */
const LONG = 4
/** Little words that turn what is said around. */
const turning: ReadonlySet<string> = new Set('no not never in out on off up down pas sin'.split(' '))
const GRAM = 3

/** Marks on Latin, Greek and Cyrillic letters are left out; elsewhere they are letters themselves. */
export function saidIn(text: string): Said {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
  const words = [...new Set(plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])]
  return { words, grams: new Set(words.flatMap(gramsOf)) }
}

/** Its trigrams, each once. */
export function gramsOf(word: string): readonly string[] {
  const letters = Array.from(`  ${word} `)
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= letters.length; at++) grams.add(letters.slice(at, at + GRAM).join(''))
  return [...grams]
}

/** Twice what they share, by all that they have. */
export function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const gram of few) if (many.has(gram)) shared++
  return few.size === 0 ? 0 : (2 * shared) / (few.size + many.size)
}

/** Has to stand in the other text exactly as it is. */
export function isExact(word: string): boolean {
  return turning.has(word) || /\p{N}/u.test(word)
}

/** Needs a counterpart in the other text. */
export function isTelling(word: string): boolean {
  return !isExact(word) && Array.from(word).length >= LONG
}

export function areCounterparts(one: string, other: string): boolean {
  return one === other || dice(new Set(gramsOf(one)), new Set(gramsOf(other))) >= COUNTERPART
}

/** From 0, which also says that one of them says something else, to 1. */
export function likeness(one: Said, other: Said, counterparts: Counterparts = areCounterparts): number {
  const share = dice(one.grams, other.grams)
  if (share < ALIKE) return 0
  return lacksNothing(one, other, counterparts) && lacksNothing(other, one, counterparts) ? share : 0
}

type Counterparts = (one: string, other: string) => boolean

function lacksNothing({ words }: Said, other: Said, counterparts: Counterparts): boolean {
  return words.every((word) => {
    if (other.words.includes(word)) return true
    return isTelling(word) ? other.words.some((each) => counterparts(word, each)) : !isExact(word)
  })
}
