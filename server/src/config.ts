import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import * as v from 'valibot'
import { storageFor } from './storage/storages.ts'
import { reaches, type Reach } from './webhooks/reach.ts'

/** Where and how the server runs. */
export interface Config {
  readonly host: string
  readonly port: number
  /** What `storages` opens: a folder. */
  readonly data: string
  /** How people reach the server from outside, without a slash at the end; null when it's the address that it listens on. */
  readonly publicUrl: string | null
  /** Web origins that may open sockets, besides the server's own. */
  readonly origins: readonly string[]
  /** Addresses and networks of proxies that may say for whom they ask, besides this machine's own. */
  readonly proxies: readonly string[]
  /** What shows the metrics to others than this machine; null for nobody else. */
  readonly metricsToken: string | null
  /** How far boards may tell others that their session is finished. */
  readonly webhooks: Reach
  /** From which weight on something is logged. */
  readonly log: LogLevel
}

const logLevels = ['error', 'warn', 'info', 'debug'] as const
type LogLevel = (typeof logLevels)[number]

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>

const NO_POSTGRES =
  'DATA names a PostgreSQL server. That engine isn’t built yet: set DATA to a folder, such as ./data, or leave it out.'
const NO_ENGINE = 'DATA has to be a folder, such as ./data. Nothing here can open this kind of address.'

const httpUrl = (name: string) =>
  v.pipe(
    v.string(),
    v.check(isHttpUrl, `${name} has to be a full web address, such as https://board.example.org.`),
    v.transform((text) => new URL(text).href.replace(/\/+$/, '')),
  )

const environment = v.object({
  HOST: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty('HOST is empty. Leave it out to listen on 127.0.0.1.'))),
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'PORT has to be a number from 0 to 65535.'),
      v.transform(Number),
      v.maxValue(65_535, 'PORT has to be a number from 0 to 65535.'),
    ),
    '8080',
  ),
  DATA: v.optional(
    v.pipe(
      v.string(),
      v.nonEmpty('DATA is empty. Leave it out to keep the boards in ./data.'),
      v.check((data) => !/^postgres(ql)?:/i.test(data), NO_POSTGRES),
      v.check((data) => storageFor(data) !== null, NO_ENGINE),
    ),
    './data',
  ),
  PUBLIC_URL: v.optional(httpUrl('PUBLIC_URL')),
  ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform(wordsOf),
      v.array(
        v.pipe(
          httpUrl('Each of ORIGINS'),
          v.transform((text) => new URL(text).origin),
        ),
      ),
    ),
    '',
  ),
  PROXIES: v.optional(
    v.pipe(
      v.string(),
      v.transform(wordsOf),
      v.array(v.pipe(v.string(), v.check(isNetwork, 'Each of PROXIES has to be an address or a network: 10.0.0.0/8.'))),
    ),
    '',
  ),
  METRICS_TOKEN: v.optional(
    v.pipe(v.string(), v.regex(/^[\w-]{16,}$/, 'METRICS_TOKEN has to be 16 or more letters, digits, - or _.')),
  ),
  WEBHOOKS: v.optional(v.picklist(reaches, `WEBHOOKS has to be one of ${reaches.join(', ')}.`), 'public'),
  LOG: v.optional(v.picklist(logLevels, `LOG has to be one of ${logLevels.join(', ')}.`), 'warn'),
})

/** Reads the environment and the command line; every problem is a sentence that says what to change. */
export function readConfig(
  env: Environment = process.env,
  flags: readonly string[] = process.argv.slice(2),
): ConfigReading {
  const strange = flags.filter((flag) => flag !== '--lan')
  const read = v.safeParse(environment, env, { abortPipeEarly: true })
  const problems = [
    ...strange.map((flag) => `Nothing is known about ${flag}. The only option is --lan.`),
    ...(read.issues ?? []).map(({ message }) => message),
  ]
  if (!read.success || problems.length > 0) return { ok: false, problems }
  const { HOST, PORT, DATA, PUBLIC_URL, ORIGINS, LOG, PROXIES, WEBHOOKS, METRICS_TOKEN = null } = read.output
  const host = HOST ?? (flags.includes('--lan') ? '0.0.0.0' : '127.0.0.1')
  const publicUrl = PUBLIC_URL ?? null
  const origins = publicUrl === null ? ORIGINS : [new URL(publicUrl).origin, ...ORIGINS]
  const outside = { publicUrl, origins, proxies: PROXIES, metricsToken: METRICS_TOKEN, webhooks: WEBHOOKS }
  return { ok: true, config: { host, port: PORT, data: DATA, log: LOG, ...outside } }
}

/** The addresses to open, the one to pass on first. */
export function addresses({ host, publicUrl }: Config, port: number): readonly string[] {
  const listening = host === '0.0.0.0' || host === '::' ? ['localhost', ...lanHosts()] : [host]
  const local = listening.map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`)
  return publicUrl === null ? local : [publicUrl, ...local]
}

/** This machine's addresses that a phone in the room can reach. */
function lanHosts(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '')
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
