import { Resolver } from 'node:dns/promises'

export type Found =
  | { readonly ok: true; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly trouble: string }

/** All addresses of a name, IPv4 first. */
export type Resolve = (name: string) => Promise<Found>

/** How long one name server may take, in milliseconds, and how often it is asked. */
const PATIENCE = { timeout: 2_500, tries: 2 }

const NOBODY: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME'])

/**
 * Asks the DNS and nothing else: the system's own way would take a thread that the files of the application come by. `servers`
 * are asked instead of those that the machine names.
 */
export function dnsResolve(servers?: readonly string[]): Resolve {
  return async (name) => {
    if (/^(.+\.)?localhost\.?$/i.test(name)) return { ok: true, addresses: ['127.0.0.1', '::1'] }
    // A laptop changes its network while the server runs.
    const resolver = new Resolver(PATIENCE)
    if (servers !== undefined) resolver.setServers(servers)
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    if (addresses.length > 0) return { ok: true, addresses }
    const isUnknown = answers.every((answer) => answer.status === 'rejected' && NOBODY.has(codeOf(answer.reason)))
    return {
      ok: false,
      trouble: isUnknown
        ? `Nobody is known by the name ${name}. See whether the address is written right.`
        : `The name ${name} can’t be looked up at the moment.`,
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
