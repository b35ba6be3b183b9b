import { parseArgs } from 'node:util'
import { texts, type BoardLooks } from './canvas-board.ts'

export interface CanvasOptions extends BoardLooks {
  /** How many notes lie on the wall, size after size. */
  readonly sizes: readonly number[]
  /** Blocks by name; empty for all. */
  readonly only: readonly string[]
  readonly rounds: number
  /** So many edits are made as fast as can be, and the memory is read on the way; none without. */
  readonly hour: number
  /** A block ends after so many steps, or so many milliseconds. */
  readonly steps: number
  readonly cap: number
  readonly pixelRatio: number
  /** A phone held upright, with fingers. */
  readonly phone: boolean
  /** How many times slower the page's processor is made. */
  readonly throttle: number
  /** Counts what the main thread works, not what the clock says: for a machine that others use too. */
  readonly work: boolean
  /** Results of the peers, as their own driver leaves them: lines of JSON. */
  readonly peers: string | null
  readonly out: string | null
  /** Gets a profile of the page's processor for each block. */
  readonly profiles: string | null
  /** Gets a trace of the whole browser for each block. */
  readonly traces: string | null
  /** Gets pictures of the wall as it was measured. */
  readonly shots: string | null
}

export const USAGE = `npm run bench:canvas -- [options]
  --n 200,1000,…        notes on the wall
  --only pan,zoom,…     these blocks, of: load, pan, zoom, drag1, remote, crowd, panFar, zoomFar, remoteFar, drag500, memory
  --texts short         what notes say: short, long, mixed (emoji and words from right to left)
  --strokes 200         lines on the wall
  --hour 36000          so many edits of all kinds at once instead of the blocks: does the page hold more than its content?
  --rounds 1            medians of so many rounds, each in a browser of its own
  --steps 36            most steps of a block
  --cap 2200            most milliseconds of a block
  --dpr 1               device pixel ratio
  --phone               360 x 740 at 3 pixels to one, moved by fingers
  --throttle 1          makes the processor so many times slower
  --work                counts the main thread's own work, for a machine that others use too
  --peers <file>        prints the peers' figures beside ours
  --out <file>          every round as a line of JSON
  --profile <folder>    a CPU profile for each block
  --trace <folder>      a trace of the browser for each block, for its own viewer
  --shots <folder>      pictures of what was measured`

export function readCanvasOptions(args: readonly string[]): CanvasOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: 'string', default: '200,1000,5000,10000' },
      only: { type: 'string', default: '' },
      texts: { type: 'string', default: 'short' },
      strokes: { type: 'string', default: '200' },
      hour: { type: 'string', default: '0' },
      rounds: { type: 'string', default: '1' },
      steps: { type: 'string', default: '36' },
      cap: { type: 'string', default: '2200' },
      dpr: { type: 'string', default: '1' },
      throttle: { type: 'string', default: '1' },
      phone: { type: 'boolean', default: false },
      work: { type: 'boolean', default: false },
      peers: { type: 'string' },
      out: { type: 'string' },
      profile: { type: 'string' },
      trace: { type: 'string' },
      shots: { type: 'string' },
    },
  })
  const said = texts.find((each) => each === values.texts)
  if (said === undefined) throw new Error(`There are no ${values.texts} texts.\n${USAGE}`)
  const list = (text: string) => text.split(',').filter((each) => each !== '')
  return {
    sizes: list(values.n).map(Number),
    only: list(values.only),
    texts: said,
    strokes: Math.max(0, Number(values.strokes)),
    hour: Math.max(0, Number(values.hour)),
    rounds: Math.max(1, Number(values.rounds)),
    steps: Math.max(1, Number(values.steps)),
    cap: Math.max(100, Number(values.cap)),
    pixelRatio: Number(values.dpr),
    phone: values.phone,
    throttle: Math.max(1, Number(values.throttle)),
    work: values.work,
    peers: values.peers ?? null,
    out: values.out ?? null,
    profiles: values.profile ?? null,
    traces: values.trace ?? null,
    shots: values.shots ?? null,
  }
}
