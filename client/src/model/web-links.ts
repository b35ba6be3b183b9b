/** The web addresses in a text, in their order, each once. Nothing but http and https: whatever else opens could be a script. */
export function webLinks(text: string): readonly string[] {
  const found = text.match(/\bhttps?:\/\/[^\s<>"'`\p{Cc}]+/giu) ?? []
  const links = found.flatMap((raw) => {
    const link = withoutEnd(raw)
    const url = URL.canParse(link) ? new URL(link) : null
    return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : []
  })
  return [...new Set(links)]
}

/** What ends the sentence doesn't belong to the address; a bracket does if it was opened there. */
function withoutEnd(raw: string): string {
  const link = raw.replace(/[.,;:!?…“”‘’»]+$/u, '')
  return link.endsWith(')') && !link.includes('(') ? withoutEnd(link.slice(0, -1)) : link
}
