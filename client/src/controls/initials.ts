/** "Marian Kay" is MK, "Aisha" is AI, nothing is nothing. Whole characters, so that no name falls apart. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  const letters = last === '' ? Array.from(first).slice(0, 2) : [Array.from(first)[0], Array.from(last)[0]]
  return letters.join('').toUpperCase()
}
