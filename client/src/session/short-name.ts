/** The first words of a moment, for a sentence about it: whole words, with an ellipsis when some are left out. */
export function shortName(text: string, most = 28): string {
  const line = text.trim().replace(/\s+/gu, ' ')
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const end = cut.lastIndexOf(' ')
  const words = end > most / 2 ? cut.slice(0, end) : Array.from(cut).slice(0, -1).join('')
  return `${words.replace(/[\s,.;:]+$/u, '')} …`
}
