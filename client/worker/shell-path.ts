/** What of a request decides who answers it. */
export type Asked = Pick<Request, 'method' | 'mode' | 'url'>

/** The page that every address of the application is. */
export const PAGE = '/'

const ADDRESSES = /^\/(?:b\/[^/]+\/?)?$/

/**
 * Under which path the device keeps the answer; null for whatever only the server knows. A board's token is in the fragment of
 * its address and never part of the path.
 */
export function shellPath({ method, mode, url }: Asked, origin: string, files: ReadonlySet<string>): string | null {
  const asked = new URL(url)
  if (method !== 'GET' || asked.origin !== origin) return null
  if (mode === 'navigate') return ADDRESSES.test(asked.pathname) ? PAGE : null
  return files.has(asked.pathname) && asked.pathname !== PAGE ? asked.pathname : null
}
