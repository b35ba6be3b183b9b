import type { Point } from '@momentous/shared/scene/geometry'
import { arrangeWords, sizeWords, type Sizing } from '../words/arranging.ts'
import type { Bench } from './bench.ts'
import { handled } from './handles.ts'
import type { KeyAction } from './key-actions.ts'
import { resizeBy } from './resize-pieces.ts'

interface SizeCommand {
  readonly label: string
  readonly chord: string
  refusal(bench: Bench): string | null
  readonly act: KeyAction
}

const STEP = 10
const ways: Readonly<Record<Sizing, Point>> = {
  wider: { x: STEP, y: 0 },
  narrower: { x: -STEP, y: 0 },
  higher: { x: 0, y: STEP },
  lower: { x: 0, y: -STEP },
}

function sizing(way: Sizing, chord: string): SizeCommand {
  return {
    label: sizeWords[way],
    chord,
    refusal: (bench) => (handled(bench) === null ? arrangeWords.sizeFirst : null),
    act(bench) {
      const held = handled(bench)
      return held !== null && resizeBy(held, ways[way], bench)
    },
  }
}

/** By key, the edge on the right or at the bottom. */
export const sizeCommands: Readonly<Record<string, SizeCommand>> = {
  wider: sizing('wider', 'shift+alt+arrowright'),
  narrower: sizing('narrower', 'shift+alt+arrowleft'),
  higher: sizing('higher', 'shift+alt+arrowdown'),
  lower: sizing('lower', 'shift+alt+arrowup'),
}
