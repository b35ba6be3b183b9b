/**
 * Goes through all authors' parts in an order in which each finds what it needs: an author's as far as that is there, then
 * on with whoever waited for them, so that every part is looked at once. False when some would wait for ever.
 *
 * `missing` answers the author of something that a part needs and that isn't there yet; null when nothing is.
 */
export function placeInOrder<Part extends object>(
  authors: ReadonlyMap<number, readonly Part[]>,
  missing: (part: Part) => number | null,
  place: (author: number, part: Part) => void,
): boolean {
  const at = new Map<number, number>()
  const waiting = new Map<number, number[]>()
  const ready = [...authors.keys()]
  let left = authors.size
  for (let author = ready.pop(); author !== undefined; author = ready.pop()) {
    const parts = authors.get(author) ?? []
    const from = at.get(author) ?? 0
    let next = from
    let needed: number | null = null
    for (let part = parts[next]; part !== undefined; part = parts[++next]) {
      needed = missing(part)
      if (needed !== null) break
      place(author, part)
    }
    at.set(author, next)
    if (next > from) {
      ready.push(...(waiting.get(author) ?? []))
      waiting.delete(author)
    }
    if (needed === null) left--
    // What waits for its own end, or for what isn't here, waits for ever.
    else waiting.set(needed, [...(waiting.get(needed) ?? []), author])
  }
  return left === 0
}
