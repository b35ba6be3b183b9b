import { ALIKE, areCounterparts, gramsOf, isExact, isTelling, likeness, saidIn, type Said } from './alike.ts'

/** Finds the texts that say nearly the same as one of them without comparing each with each. */
export interface AlikeIndex<Id> {
  /** Takes in what is said there now; null when there is nothing any more. */
  put(id: Id, text: string | null): void
  /** Which of the others say nearly the same as this one. */
  alikeTo(id: Id): readonly Id[]
}

/** Of words that a whole board repeats, so many texts are looked at. */
const MANY = 400

/**
 * Of what says nearly the same, every number is the same and every longer word has a counterpart: so only those need be
 * compared in which the rarest of a text's words or its counterparts stand.
 */
export function createAlikeIndex<Id>(): AlikeIndex<Id> {
  const texts = new Map<Id, Said>()
  const vocabulary = createVocabulary<Id>()
  /** What has no word that the rest could be found by: only the very same words are alike. */
  const plain = createPostings<Id>()

  return {
    put(id, text) {
      const before = texts.get(id)
      if (before !== undefined) {
        for (const word of before.words) vocabulary.remove(word, id)
        plain.remove(plainKey(before), id)
        texts.delete(id)
      }
      const said = saidIn(text ?? '')
      if (said.words.length === 0) return
      texts.set(id, said)
      for (const word of said.words) vocabulary.add(word, id)
      plain.add(plainKey(said), id)
    },
    alikeTo(id) {
      const said = texts.get(id)
      if (said === undefined) return []
      const found = new Set<Id>()
      let looked = 0
      for (const other of candidates(said, vocabulary, plain)) {
        const others = texts.get(other)
        if (other !== id && others && likeness(said, others, vocabulary.areNear) >= ALIKE) found.add(other)
        if (++looked >= MANY) break
      }
      return [...found]
    },
  }
}

function* candidates<Id>(said: Said, vocabulary: Vocabulary<Id>, plain: Postings<Id>): Iterable<Id> {
  const keys = said.words.filter((word) => isExact(word) || isTelling(word))
  if (keys.length === 0) return yield* plain.of(plainKey(said))
  const found = keys.map((word) => (isExact(word) ? [word] : vocabulary.counterparts(word)))
  const size = (words: readonly string[]) => words.reduce((sum, word) => sum + vocabulary.of(word).size, 0)
  const [rarest = []] = found
    .map((words) => ({ words, size: size(words) }))
    .toSorted((a, b) => a.size - b.size)
    .map(({ words }) => words)
  for (const word of rarest) yield* vocabulary.of(word)
}

function plainKey({ words }: Said): string {
  return words.toSorted().join(' ')
}

interface Postings<Id> {
  of(key: string): ReadonlySet<Id>
  add(key: string, id: Id): void
  remove(key: string, id: Id): void
}

function createPostings<Id>(): Postings<Id> {
  const postings = new Map<string, Set<Id>>()
  const none: ReadonlySet<Id> = new Set()
  return {
    of: (key) => postings.get(key) ?? none,
    add(key, id) {
      const ids = postings.get(key)
      if (ids === undefined) postings.set(key, new Set([id]))
      else ids.add(id)
    },
    remove(key, id) {
      const ids = postings.get(key)
      ids?.delete(id)
      if (ids?.size === 0) postings.delete(key)
    },
  }
}

interface Vocabulary<Id> extends Postings<Id> {
  /** The words in use that are counterparts of this one, itself among them. */
  counterparts(word: string): readonly string[]
  areNear(one: string, other: string): boolean
}

/** Which words stand where; a word's counterparts are looked for once, when it first comes. */
function createVocabulary<Id>(): Vocabulary<Id> {
  const places = createPostings<Id>()
  const byGram = createPostings<string>()
  const near = new Map<string, Set<string>>()

  const meet = (word: string) => {
    const grams = gramsOf(word)
    const met = new Set(grams.flatMap((gram) => [...byGram.of(gram)]))
    const own = new Set([word])
    for (const other of met) {
      if (!areCounterparts(word, other)) continue
      own.add(other)
      near.get(other)?.add(word)
    }
    near.set(word, own)
    for (const gram of grams) byGram.add(gram, word)
  }
  const forget = (word: string) => {
    for (const other of near.get(word) ?? []) near.get(other)?.delete(word)
    near.delete(word)
    for (const gram of gramsOf(word)) byGram.remove(gram, word)
  }

  return {
    of: places.of,
    counterparts: (word) => [...(near.get(word) ?? [word])],
    areNear: (one, other) => near.get(one)?.has(other) ?? one === other,
    add(word, id) {
      if (!isExact(word) && places.of(word).size === 0) meet(word)
      places.add(word, id)
    },
    remove(word, id) {
      places.remove(word, id)
      if (!isExact(word) && places.of(word).size === 0) forget(word)
    },
  }
}
