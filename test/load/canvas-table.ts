import { existsSync, readFileSync } from 'node:fs'
import { medianOf, shown } from './figures.ts'

/** One measured number of one size of board. */
export interface CanvasFigure {
  readonly size: number
  /** As in the rows below. */
  readonly row: string
  readonly value: number
}

interface Row {
  readonly name: string
  readonly unit: string
  /** The goal at 1,000 and at 10,000 notes. Smaller boards have the first, larger ones the second. */
  readonly goal: readonly [number, number] | null
  /** Where the peers' driver wrote the same. */
  readonly peer: readonly string[] | null
}

const BLOCKS: readonly (readonly [block: string, name: string, goal: readonly [number, number] | null])[] = [
  ['pan', 'pan, working view', [8, 8]],
  ['zoom', 'zoom, working view', [10, 10]],
  ['drag1', 'drag one note', [6, 6]],
  ['panFar', 'pan, overview', [7, 7]],
  ['zoomFar', 'zoom, overview', [10, 10]],
  ['drag500', 'drag 500 notes', [8, 8]],
]
const REMOTE = [
  ['remote', '200 remote moves/s, working view'],
  ['remoteFar', '200 remote moves/s, overview'],
  ['crowd', '200 remote moves/s and 30 cursors'],
] as const

const FRAME = [17, 17] as const

/** The Canvas table of the yardsticks. */
export const rows: Readonly<Record<string, Row>> = {
  complete: { name: 'first complete paint, known board', unit: 'ms', goal: [600, 800], peer: ['load', 'ms'] },
  newcomer: { name: 'first complete paint, from the server', unit: 'ms', goal: null, peer: null },
  ...Object.fromEntries(
    BLOCKS.flatMap(([block, name, goal]) => [
      [`${block}.task`, { name, unit: 'ms a step', goal, peer: [block, 'task'] }],
      [`${block}.median`, { name: `… frame, median`, unit: 'ms', goal: FRAME, peer: [block, 'f50'] }],
      [`${block}.p95`, { name: `… frame, p95`, unit: 'ms', goal: FRAME, peer: [block, 'f95'] }],
    ]),
  ),
  ...Object.fromEntries(
    REMOTE.flatMap(([block, name]) => [
      [`${block}.busy`, { name: `${name}: busy`, unit: '%', goal: [35, 35], peer: [block, 'busy'] }],
      [`${block}.median`, { name: `… frame, median`, unit: 'ms', goal: FRAME, peer: [block, 'f50'] }],
      [`${block}.p95`, { name: `… frame, p95`, unit: 'ms', goal: FRAME, peer: [block, 'f95'] }],
    ]),
  ),
  heap: { name: 'JS heap', unit: 'MB', goal: [55, 55], peer: ['mem', 'heapMiB'] },
  'hour.before': { name: 'JS heap before the hour', unit: 'MB', goal: null, peer: null },
  'hour.after': { name: 'JS heap after the hour', unit: 'MB', goal: null, peer: null },
  'hour.fresh': { name: 'JS heap of a page that opens the board then', unit: 'MB', goal: null, peer: null },
  weight: { name: 'code to first paint, gzip', unit: 'kB', goal: [240, 240], peer: null },
  door: { name: 'code of the join page, gzip', unit: 'kB', goal: [100, 100], peer: null },
}

const PEERS = ['tldraw', 'excalidraw'] as const

interface PeerResult {
  readonly peer: string
  readonly n: number
  readonly [block: string]: unknown
}

export function readPeers(file: string | null): readonly PeerResult[] {
  if (file === null || !existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as PeerResult)
}

/** One table for each size: ours, the goal, and what the peers need for the same. */
export function canvasTable(figures: readonly CanvasFigure[], peers: readonly PeerResult[]): string {
  const sizes = [...new Set(figures.map(({ size }) => size))]
  return sizes.map((size) => tableFor(size, figures, peers)).join('\n\n')
}

function tableFor(size: number, figures: readonly CanvasFigure[], peers: readonly PeerResult[]): string {
  const mine = figures.filter((figure) => figure.size === size)
  const beside = PEERS.filter((name) => peers.some(({ peer, n }) => peer === name && n === size))
  const lines = Object.entries(rows).flatMap(([key, row]) => {
    const values = mine.filter((figure) => figure.row === key).map(({ value }) => value)
    if (values.length === 0) return []
    const median = medianOf(values)
    const goal = row.goal === null ? null : size <= 1000 ? row.goal[0] : row.goal[1]
    const theirs = beside.map((name) => peerValue(peers, name, size, row))
    const behind = theirs.some((value) => value !== null && median > value)
    const verdict = goal === null ? '' : Math.round(median * 10) / 10 <= goal ? 'met' : 'missed'
    const cells = [row.name, `${shown(median)} ${row.unit}`, goal === null ? '' : `<= ${goal}`, verdict]
    return [[...cells, ...theirs.map((value) => (value === null ? '' : shown(value))), behind ? 'behind' : '']]
  })
  const head = [`${size.toLocaleString('en')} notes`, 'measured', 'goal', '', ...beside, '']
  return aligned([head, ...lines])
}

function peerValue(peers: readonly PeerResult[], name: string, size: number, { peer }: Row): number | null {
  if (peer === null) return null
  const [block = '', field = ''] = peer
  const values = peers
    .filter((result) => result.peer === name && result.n === size)
    .flatMap((result) => {
      const read = result[block] as Readonly<Record<string, number>> | undefined
      if (read === undefined) return []
      const value =
        field === 'busy' ? ((read['task'] ?? 0) * (read['steps'] ?? 0) * 100) / (read['wall'] ?? 1) : read[field]
      return typeof value === 'number' ? [value] : []
    })
  return values.length === 0 ? null : medianOf(values)
}

function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}
