import type { PieceId } from '@momentous/shared/domain/piece'
import { distance, type Point } from '@momentous/shared/scene/geometry'
import { withGroups } from '../model/groups.ts'
import { lassoBounds, lassoTakes } from '../model/lasso.ts'
import { letGo, type Bench } from './bench.ts'
import { adds } from './marquee.ts'
import type { Contact, ToolState } from './tool.ts'

/** The line needs no more points than this, in px apart. */
const STEP = 6

/** Draws a line around what is to be selected; with Shift it adds to what was selected. */
export function lassoing(start: Contact, bench: Bench, rest: ToolState): ToolState {
  const { selection } = bench
  const before = selection.pieces()
  const kept = adds(start, bench) ? before : new Set<PieceId>()
  let line: readonly Point[] = [start.at]
  let last = start.screen
  const state: ToolState = {
    on(gesture) {
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      if (gesture.type === 'cancel') selection.set(before)
      else if (gesture.type === 'drag') {
        for (const { at, screen } of gesture.trail) {
          if (distance(screen, last) < STEP) continue
          line = [...line, at]
          last = screen
        }
        bench.live.lasso.set(line)
        take(line, kept, bench)
      } else if (gesture.type === 'lift' && line.length === 1) selection.set(start.shift ? kept : [])
      if (gesture.type === 'drag') return state
      letGo(bench.live)
      return rest
    },
  }
  return state
}

function take(line: readonly Point[], kept: ReadonlySet<PieceId>, bench: Bench): void {
  const { scene, selection } = bench
  const taken = scene.piecesIn(lassoBounds(line)).filter((piece) => lassoTakes(line, piece))
  const ids = taken.map(({ id }) => id)
  selection.set([...kept, ...withGroups(ids, bench)])
}
