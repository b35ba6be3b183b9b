import type { Point } from '@momentous/shared/scene/geometry'
import { movable, moveEach } from '../model/moved-pieces.ts'
import { arrangeWords, nudgeWords, type Way } from '../words/arranging.ts'
import type { Bench } from './bench.ts'
import { keptPieces } from './kept-pieces.ts'
import type { KeyAction } from './key-actions.ts'

interface Nudge {
  readonly label: string
  readonly chord: string
  refusal(bench: Bench): string | null
  readonly act: KeyAction
}

const ways: Readonly<Record<Way, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}
const FAR = 10

/** Tidy notes lie where their order puts them: a small push would take them out of it. */
function areFree({ selection, wall }: Bench): boolean {
  const free = [...selection.ids()].every((id) => wall.moment(id)?.place !== null)
  return free && selection.pieces().size > 0
}

/** From a single note the plain arrows walk on to the next one, and so they do while others stay selected. */
const walks = (bench: Bench) => {
  const { selection } = bench
  return selection.lead() !== null && (selection.pieces().size === 1 || keptPieces(bench).length > 0)
}

function nudge(way: Way, by: 1 | typeof FAR): Nudge {
  const canPush = (bench: Bench) => areFree(bench) && !(by === 1 && walks(bench))
  const step = { x: ways[way].x * by, y: ways[way].y * by }
  return {
    label: nudgeWords(way, by),
    chord: `${by === FAR ? 'shift+' : ''}arrow${way}`,
    refusal: (bench) => (canPush(bench) ? null : arrangeWords.nudgeFree),
    act(bench) {
      if (!canPush(bench)) return false
      bench.wall.together(() => void moveEach(movable(bench.selection.pieces(), bench), () => step, bench.wall))
      return true
    },
  }
}

/** By key, a small step or a larger one. */
export const nudgeCommands: Readonly<Record<string, Nudge>> = {
  'nudge-left': nudge('left', 1),
  'nudge-right': nudge('right', 1),
  'nudge-up': nudge('up', 1),
  'nudge-down': nudge('down', 1),
  'push-left': nudge('left', FAR),
  'push-right': nudge('right', FAR),
  'push-up': nudge('up', FAR),
  'push-down': nudge('down', FAR),
}
