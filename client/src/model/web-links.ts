/** A web address in a text, and where it stands. */
export interface WebLink {
  readonly start: number
  readonly end: number
  readonly href: string
}

/** The web addresses in a text, in their order. Nothing but http and https: whatever else opens could be a script. */
export function linksIn(text: string): readonly WebLink[] {
  // Most notes have none, and nobody pays for them.
  if (!text.includes('://')) return []
  return [...text.matchAll(/\bhttps?:\/\/[^\s<>"'`\p{Cc}]+/giu)].flatMap(({ 0: raw, index }) => {
    const link = withoutEnd(raw)
    const url = URL.canParse(link) ? new URL(link) : null
    const isWeb = url !== null && /^https?:$/.test(url.protocol)
    return isWeb ? [{ start: index, end: index + link.length, href: url.href }] : []
  })
}

/** The same, each once. */
export function webLinks(text: string): readonly string[] {
  return [...new Set(linksIn(text).map(({ href }) => href))]
}

/** What ends the sentence doesn't belong to the address; a bracket does if it was opened there. */
function withoutEnd(raw: string): string {
  const link = raw.replace(/[.,;:!?…“”‘’»]+$/u, '')
  return link.endsWith(')') && !link.includes('(') ? withoutEnd(link.slice(0, -1)) : link
}
