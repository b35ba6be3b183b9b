const PLAIN = /^[\s!-~]*$/

/** Words without case, accents and repeated blanks: for finding and comparing, never for showing. */
export function folded(words: string): string {
  // Most texts of most boards: nothing to take apart.
  if (PLAIN.test(words)) return words.toLowerCase().replace(/\s+/gu, ' ').trim()
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()
}
