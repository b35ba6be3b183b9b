import { isIP } from 'node:net'
import { mayReach, type Reach } from './reach.ts'
import type { Resolve } from './resolve.ts'

/** Where something may be sent, or why not, as a sentence. */
export type Target =
  | { readonly ok: true; readonly url: URL; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly trouble: string }

export type ReadTarget = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly trouble: string }

export const URL_MAX = 1_000

/** What an address says by itself: nobody is asked. */
export function readTarget(text: string, reach: Reach): ReadTarget {
  if (reach === 'off') return no(OFF)
  if (text.length > URL_MAX) return no('This address is too long: 1000 characters at most.')
  if (!URL.canParse(text)) return no(UNREADABLE)
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return no(UNREADABLE)
  if (url.protocol === 'http:' && reach === 'public')
    return no('The address has to begin with https://, so that nobody on the way reads the form.')
  if (url.username !== '' || url.password !== '')
    return no('Leave the name and password out of the address. The other side knows us by the signature.')
  const port = url.port === '' ? 443 : Number(url.port)
  if (port !== 80 && port !== 443 && port < 1024)
    return no('This port belongs to another kind of service. Use 443, 80, or one from 1024 on.')
  const literal = literalIn(url)
  if (literal !== null && !mayReach(literal, reach)) return no(INSIDE)
  url.hash = ''
  return { ok: true, url }
}

/** The same, and the addresses that its name stands for now: only to these may a connection be made. */
export async function findTarget(text: string, reach: Reach, resolve: Resolve): Promise<Target> {
  const read = readTarget(text, reach)
  if (!read.ok) return read
  const { url } = read
  const literal = literalIn(url)
  const found = literal === null ? await resolve(url.hostname) : { ok: true as const, addresses: [literal] }
  if (!found.ok) return found
  const addresses = found.addresses.filter((address) => mayReach(address, reach))
  return addresses.length === 0 ? no(INSIDE) : { ok: true, url, addresses }
}

/** `http://2130706433`, `[::ffff:127.0.0.1]` and the like are addresses by now: the URL has written them out. */
function literalIn({ hostname }: URL): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  return isIP(bare) === 0 ? null : bare
}

const no = (trouble: string) => ({ ok: false, trouble }) as const

const OFF = 'Whoever runs this server has switched webhooks off.'
const UNREADABLE = 'Write a full web address, such as https://example.org/forms.'
const INSIDE =
  'This address lies inside a private network, where this server sends nothing. Whoever runs it can allow that with WEBHOOKS=private.'
