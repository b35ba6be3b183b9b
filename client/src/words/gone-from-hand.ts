/** Somebody else took what one was dragging off the wall. */
export function goneFromHand(words: string, where: 'bin' | 'stack'): string {
  const it = words.trim() === '' ? 'It' : `“${words.length > 40 ? `${words.slice(0, 38).trimEnd()} …` : words}”`
  return where === 'bin'
    ? `${it} was put in the bin meanwhile. Everybody finds it there.`
    : `${it} lies under another note now.`
}
