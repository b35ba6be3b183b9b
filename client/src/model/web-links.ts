import { addressesIn, type Span } from '@momentous/shared/scene/web-addresses'

/** A web address in a text, and where it stands. */
export interface WebLink extends Span {
  readonly href: string
}

/** The web addresses in a text, in their order. Nothing but http and https: whatever else opens could be a script. */
export function linksIn(text: string): readonly WebLink[] {
  return addressesIn(text).flatMap(({ start, end, address }) => {
    const url = URL.canParse(address) ? new URL(address) : null
    const isWeb = url !== null && /^https?:$/.test(url.protocol)
    return isWeb ? [{ start, end, href: url.href }] : []
  })
}

/** The same, each once. */
export function webLinks(text: string): readonly string[] {
  return [...new Set(linksIn(text).map(({ href }) => href))]
}
