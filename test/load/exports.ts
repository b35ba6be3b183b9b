import { setTimeout as wait } from 'node:timers/promises'
import { addressOfWorkshop, makeBoard, type LoadBoard } from './boards.ts'
import { medianOf, shown, type Figure } from './figures.ts'
import { measure } from './reading.ts'
import { seatedRoom, type Scenario } from './stage.ts'
import { summaryOf } from './steady-load.ts'

const ROOMS = 20
const SIZE = 5
const ROWS = 500
const P99 = 100
const kinds = ['pdf', 'docx', 'xlsx'] as const
type Kind = (typeof kinds)[number]

/** Twenty boards at work while somebody takes a form of five hundred rows home, again and again. */
export const exports: Scenario = async (stage) => {
  const { seconds, cases, warmUp } = stage.options
  const target = await stage.server()
  const crowd = stage.crowd()
  for (let number = 0; number < ROOMS; number++) {
    await crowd.enter(await seatedRoom(target, SIZE, number), [number % SIZE])
  }
  const board = await longForm(target.origin)
  await wait(warmUp * 1000)

  const figures: Figure[] = []
  const read = async (name: string, most?: number): Promise<void> => {
    const reading = await measure(crowd, target.pid, SIZE, seconds)
    stage.say(`${name}: ${summaryOf(reading)}`)
    const { p50, p99 } = reading.edit
    figures.push({ name: `${name}: edit p50`, value: p50, unit: 'ms' })
    figures.push({ name: `${name}: edit p99`, value: p99, unit: 'ms', ...(most === undefined ? {} : { most }) })
  }
  await read('no exports', P99)
  for (const kind of kinds.filter((each) => cases.length === 0 || cases.includes(each))) {
    const end = again(target.origin, board, kind)
    await wait(1_000)
    await read(`form.${kind} of ${ROWS} rows`, P99)
    const took = await end()
    stage.say(`  ${took.length} files, ${shown(medianOf(took) / 1000)} s each`)
    await wait(500)
  }
  return [...figures, { name: 'exports: lines that closed', value: crowd.lost.length, unit: '', most: 0 }]
}

/** A board whose form has so many rows, brought as a file, as it would be. */
async function longForm(origin: string): Promise<LoadBoard> {
  const board = await makeBoard(origin, addressOfWorkshop(ROOMS))
  const rows = Array.from({ length: ROWS }, (_, row) =>
    [
      `Moment ${row + 1}: asks at the desk`,
      'They wait while two of us look for the order, and nobody says how long it will be.',
      'The order lies in the other system; ασθενείς και пациенты wait as well.',
    ].join(),
  )
  const body = ['MOMENT OF TRUTH,DESCRIPTION,ISSUE/PROBLEM', ...rows].join('\r\n')
  const headers = { ...headersOf(board), 'content-type': 'text/csv' }
  const answer = await fetch(`${origin}/api/boards/${board.id}/import`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`The form was not taken: ${await answer.text()}`)
  return board
}

const headersOf = ({ tokens, from }: LoadBoard) => ({
  authorization: `Bearer ${tokens.facilitator}`,
  'x-forwarded-for': from,
})

/** Asks for the file as soon as the one before is there. Answers how to end that: with how long each took, in milliseconds. */
function again(origin: string, board: LoadBoard, kind: Kind): () => Promise<readonly number[]> {
  let running = true
  const took: number[] = []
  const asking = (async () => {
    while (running) {
      const began = performance.now()
      const path = `/api/boards/${board.id}/form.${kind}?rows=all&sheet=extended`
      const answer = await fetch(origin + path, { headers: headersOf(board) })
      if (!answer.ok) throw new Error(`form.${kind} was answered with ${answer.status}: ${await answer.text()}`)
      await answer.arrayBuffer()
      took.push(performance.now() - began)
    }
  })()
  return async () => {
    running = false
    await asking
    return took
  }
}
