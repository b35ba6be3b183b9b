/** What a page is made of, in its order; comments, scripts and styles are none of it. */
export type HtmlPart =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const BEGIN = /<(\/?)([a-z][^\s/>]*)/iy
const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title', 'textarea'])

/** Reads a page as browsers and editors save one: tags may be left open, and what is none is text. */
export function* htmlParts(page: string): Generator<HtmlPart> {
  for (let at = 0; at < page.length;) {
    const next = page.indexOf('<', at)
    const end = next < 0 ? page.length : next
    if (end > at) yield { kind: 'text', text: unescaped(page.slice(at, end)) }
    if (next < 0) return
    at = next
    const behind = behindUnsaid(page, at)
    if (behind !== null) {
      at = behind
      continue
    }
    BEGIN.lastIndex = at
    const [begin, slash, given = ''] = BEGIN.exec(page) ?? []
    if (begin === undefined) {
      yield { kind: 'text', text: '<' }
      at += 1
      continue
    }
    const name = given.toLowerCase()
    const close = endOfTag(page, at + begin.length)
    const inside = page.slice(at + begin.length, close)
    at = close + 1
    if (slash === '/') yield { kind: 'close', name }
    else {
      yield { kind: 'open', name, attributes: attributesOf(inside) }
      if (UNSEEN.has(name)) at = endOfUnseen(page, at, name)
    }
  }
}

/** Where a tag closes, quotes left aside; one that never does takes the rest of the page. */
function endOfTag(page: string, from: number): number {
  for (let at = from; at < page.length; at++) {
    const sign = page[at]
    if (sign === '>') return at
    if (sign !== '"' && sign !== "'") continue
    at = page.indexOf(sign, at + 1)
    if (at < 0) break
  }
  return page.length
}

/** Behind a comment, a doctype or an instruction that begins here; null when none does. */
function behindUnsaid(page: string, at: number): number | null {
  const close = page.startsWith('<!--', at) ? '-->' : page[at + 1] === '!' || page[at + 1] === '?' ? '>' : null
  if (close === null) return null
  const end = page.indexOf(close, at + 2)
  return end < 0 ? page.length : end + close.length
}

function endOfUnseen(page: string, at: number, name: string): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'giu')
  close.lastIndex = at
  return close.exec(page)?.index ?? page.length
}

function attributesOf(inside: string): Readonly<Record<string, string>> {
  const found = Array.from(inside.matchAll(ATTRIBUTE), ([, name = '', double, single, bare]) => {
    return [name.toLowerCase(), unescaped(double ?? single ?? bare ?? '')] as const
  })
  return Object.fromEntries(found)
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  euro: '€',
  shy: '\u00ad',
}

/** Text with its characters by name and number as they are; a name that nobody knows stays as it is written. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/giu,
    (whole, ...said: readonly (string | undefined)[]) => {
      const [hex, decimal, name] = said
      if (name !== undefined) return (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) ?? whole
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0x10_ff_ff ? '\ufffd' : String.fromCodePoint(code)
    },
  )
}
