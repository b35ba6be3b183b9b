/** A short list of words that stand for values. */
export type Labels<Value extends string> = Readonly<Record<Value, { readonly label: string }>>

/** The value that a word stands for; null for no word, undefined for one that is none of them. */
export function byLabel<Value extends string>(word: string, labels: Labels<Value>): Value | null | undefined {
  const said = word.trim().toLowerCase()
  if (said === '') return null
  return (Object.keys(labels) as Value[]).find((value) => value === said || labels[value].label.toLowerCase() === said)
}

export function noneOf(word: string, labels: Labels<string>): string {
  const known = Object.values(labels).map(({ label }) => label)
  return `“${word.trim().slice(0, 40)}” is none of ${known.join(', ')}.`
}
