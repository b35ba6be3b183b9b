/** Text as XML and HTML hold it, between tags and in an attribute's quotes. The text has to be plain already. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => entities[character] ?? character)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
