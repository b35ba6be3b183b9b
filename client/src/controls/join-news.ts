/** A sentence, or something that is counted until it is said. */
export type News = string | { readonly kind: string; readonly count: number; readonly words: (count: number) => string }

/** One sentence after the other, each once; news of one kind becomes one sentence with the sum. */
export function joinNews(news: readonly News[]): string {
  const sums = new Map<string, { count: number; words: (count: number) => string }>()
  for (const each of news) {
    const counted = typeof each === 'string' ? { kind: each, count: 0, words: () => each } : each
    const before = sums.get(counted.kind)?.count ?? 0
    sums.set(counted.kind, { count: before + counted.count, words: counted.words })
  }
  return [...sums.values()].map(({ count, words }) => sentence(words(count))).join(' ')
}

function sentence(words: string): string {
  return /[.?:]$/.test(words) ? words : `${words}.`
}
