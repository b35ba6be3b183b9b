/** How many brackets of a JSON text are open at once at most; those in texts don't count. Looks no deeper than `most`. */
export function nestingOf(text: string, most: number): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let at = 0; at < text.length && deepest <= most; at++) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else if (character === '}' || character === ']') depth--
  }
  return deepest
}
