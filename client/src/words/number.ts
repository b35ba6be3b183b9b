const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Zero to twelve as words, everything else in figures. */
export function inWords(n: number): string {
  return SMALL[n] ?? String(n)
}

/** For the start of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "one dot", "three dots": the number spelled out, the noun in step. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${inWords(n)} ${n === 1 ? one : many}`
}

/** "1 dot", "3 dots": for figures that change under the eye. */
export function figured(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

/** "phone", "phone or email", "phone, email or post". */
export function either(words: readonly string[]): string {
  return listed(words, 'or')
}

/** "Ann", "Ann and Bo", "Ann, Bo and Cy". */
export function together(words: readonly string[]): string {
  return listed(words, 'and')
}

function listed(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}
