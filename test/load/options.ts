import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { tongues, type Tongue } from './speech.ts'

export interface Options {
  /** Scenarios by name, in their order; empty for all. */
  readonly only: readonly string[]
  /** Cases of the steady load, such as 1x25; empty for all. */
  readonly cases: readonly string[]
  readonly repeat: number
  /** How long a steady load is measured, and how long it runs before that: code that is young is slower. */
  readonly seconds: number
  readonly warmUp: number
  readonly tongue: Tongue
  /** The repository whose server is measured. */
  readonly home: string
  readonly profiles: string | null
  /** Gets every single figure as a line of JSON. */
  readonly out: string | null
}

export const USAGE = `npm run bench:server -- [options]
  --only fixed,bare,…   these scenarios, of: fixed, bare, ramp, cold, churn, memory, growth, ack, workshop, flood,
                        exports
  --cases 1x25,20x10    these cases of fixed and bare; edits,presence,… of flood;
                        pdf,docx,xlsx of exports
  --repeat 3            medians of so many rounds
  --seconds 6           length of a steady load
  --warm-up 2           seconds of load before it
  --stock               speaks nothing but the y-websocket protocol, as a stranger would
  --plain               speaks as our client, but with presence as plain awareness
  --server <folder>     measures the server of another checkout
  --profile <folder>    the server leaves its CPU profiles there
  --out <file>          every single figure as a line of JSON`

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      cases: { type: 'string', default: '' },
      repeat: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '6' },
      'warm-up': { type: 'string', default: '2' },
      stock: { type: 'boolean', default: false },
      plain: { type: 'boolean', default: false },
      server: { type: 'string' },
      profile: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const list = (text: string) => text.split(',').filter((each) => each !== '')
  const [ours, plain, stock] = tongues
  return {
    only: list(values.only),
    cases: list(values.cases),
    repeat: Math.max(1, Number(values.repeat)),
    seconds: Math.max(0.5, Number(values.seconds)),
    warmUp: Math.max(0, Number(values['warm-up'])),
    tongue: values.stock ? stock : values.plain ? plain : ours,
    home: values.server ?? join(import.meta.dirname, '..', '..'),
    profiles: values.profile ?? null,
    out: values.out ?? null,
  }
}
