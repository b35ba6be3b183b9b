import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Target } from './target.ts'

/** What became of one try. */
export type Outcome =
  | { readonly what: 'taken' }
  /** `wait`: the other side asks for so many milliseconds; `forGood`: it wants nothing of the kind any more. */
  | { readonly what: 'failed'; readonly trouble: string; readonly wait: number; readonly forGood: boolean }
  /** The server stops; nobody knows. */
  | { readonly what: 'stopped' }

export interface Letter {
  readonly target: Extract<Target, { ok: true }>
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** How long one try may take in all, in milliseconds. */
export const PATIENCE = 15_000
/** So much of an answer is read, in bytes: only its status says anything. */
const ANSWER_MAX = 64 * 1024

/** Sends it once, to one of the addresses that were looked at, and follows nobody anywhere else. Never rejects. */
export async function post(letter: Letter, stop: AbortSignal, patience = PATIENCE): Promise<Outcome> {
  const late = AbortSignal.timeout(patience)
  try {
    return judged(await answerTo(letter, AbortSignal.any([stop, late])))
  } catch (error) {
    if (stop.aborted) return { what: 'stopped' }
    return failed(late.aborted ? `The other side took longer than ${patience / 1000} seconds.` : reasonOf(error))
  }
}

interface Answer {
  readonly status: number
  readonly retryAfter: number
}

function answerTo({ target: { url, addresses }, headers, body }: Letter, signal: AbortSignal): Promise<Answer> {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': body.length },
    // A connection of its own: none that somebody else's name has opened.
    agent: false,
    lookup: onlyTo(addresses),
    signal,
  }
  return new Promise((resolve, reject) => {
    let answer: Answer | null = null
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options)
    // What breaks off after the status has said what it says.
    const broken = (error: Error): void => (answer === null ? reject(error) : resolve(answer))
    request.on('error', broken)
    request.once('response', (response) => {
      const said = { status: response.statusCode ?? 0, retryAfter: retryAfterOf(response) }
      answer = said
      drain(response, () => resolve(said))
    })
    // Nobody asked for another protocol. Without a listener the request would end without a word, and this try never.
    request.once('upgrade', ({ statusCode: status = 0 }, socket) => {
      socket.destroy()
      resolve({ status, retryAfter: 0 })
    })
    request.once('close', () => broken(new Error('closed')))
    request.end(body)
  })
}

/** The name is not asked for again: what it meant when it was looked at is what it means. */
function onlyTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_name, { all: wantsAll }, callback) => {
    const [first = { address: '', family: 0 }] = all
    if (wantsAll === true) callback(null, all)
    else callback(null, first.address, first.family)
  }
}

/** Lets the other side finish what it says, up to a bound. */
function drain(response: IncomingMessage, then: () => void): void {
  let read = 0
  response.on('data', ({ length }: Buffer) => {
    read += length
    if (read > ANSWER_MAX) response.destroy()
  })
  response.on('error', () => undefined)
  response.once('close', then)
}

function judged({ status, retryAfter }: Answer): Outcome {
  if (status >= 200 && status < 300) return { what: 'taken' }
  if (status === 410) return { ...failed('The other side answered 410: it wants nothing more of this.'), forGood: true }
  if (status >= 300 && status < 400)
    return failed(
      `The other side answered ${status} and pointed to another address, which is not followed. Set that one instead.`,
    )
  return { ...failed(`The other side answered ${status}.`), wait: retryAfter }
}

function failed(trouble: string) {
  return { what: 'failed', trouble, wait: 0, forGood: false } as const
}

/** Seconds, as the ones that are busy say it; a date is as good as nothing. In milliseconds. */
function retryAfterOf({ headers }: IncomingMessage): number {
  const said = headers['retry-after'] ?? ''
  return /^\d{1,6}$/.test(said) ? Number(said) * 1000 : 0
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody answers at this address.',
  EHOSTUNREACH: 'There is no way to this address at the moment.',
  ENETUNREACH: 'There is no way to this address at the moment.',
  ETIMEDOUT: 'Nobody answers at this address.',
  ECONNRESET: 'The other side hung up without an answer.',
  EPIPE: 'The other side hung up without an answer.',
  EPROTO: 'The other side doesn’t speak https at this address.',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('HPE_')) return 'The other side doesn’t answer as a web server does.'
  if (/CERT|^ERR_TLS|^UNABLE_TO|^HOSTNAME_MISMATCH/.test(code))
    return `The other side’s certificate can’t be trusted (${code}).`
  if (/SSL|TLS/.test(code)) return 'The other side doesn’t speak https at this address.'
  return reasons[code] ?? 'The other side could not be reached.'
}
