import { compareOrder } from '../board/order.ts'
import { DOT_STEP, LANE_TOP, NOTE_WIDTH } from '../board/timeline.ts'
import type { MomentId, StageId } from '../domain/id.ts'
import type { PieceId } from '../domain/piece.ts'
import type { Stage } from '../domain/stage.ts'
import { around, contains, grow, type Point, type Rect } from './geometry.ts'
import type { Laid, SceneNote } from './note-layout.ts'
import { sameRect } from './note-layout.ts'
import type { Changing } from './piece-scene.ts'
import type { Lettering, TextFitter, TextLayout } from './text-layout.ts'
import type { SceneSource, WallChange } from './scene-source.ts'

/** A stage of the timeline as it is painted: its title above the notes, a divider where it begins. */
export interface SceneStage {
  readonly id: StageId
  readonly stage: Stage
  /** How many moments of the line come before it. */
  readonly first: number
  readonly layout: TextLayout
  /** Where its title stands. */
  readonly box: Rect
  readonly divider: { readonly x: number; readonly from: number; readonly to: number }
  readonly bounds: Rect
}

const letters: Lettering = { size: 14, leading: 18 }
/** Between the divider and the title. */
const INDENT = 12
/** Between the title and the highest note. */
const ABOVE = 14
/** Between the lane's own line and the end of the dividers. */
const BELOW = 56
/** A title breaks within its stage, but never into a column of single words. */
const LEAST_WIDTH = 150
const REACH = 6

/** The dividers between the stages, and their titles. */
export interface StageScene {
  take(change: WallChange): void
  settle(): void
  all(): readonly SceneStage[]
  /** The stage whose title or divider lies there. */
  at(point: Point, reach?: number): SceneStage | undefined
  forget(): void
}

/** Where the divider stands of a stage that so many moments come before. */
export const dividerX = (first: number) => (first - 0.5) * DOT_STEP
/** How many moments come before a divider that stands nearest to this place. */
export const firstAt = (x: number, count: number) => Math.max(0, Math.min(count, Math.round(x / DOT_STEP + 0.5)))

export function createStageScene(
  wall: Pick<SceneSource, 'stages'>,
  notes: { laid(): Laid; get(id: PieceId): SceneNote | undefined },
  fitter: TextFitter,
  changing: Changing,
): StageScene {
  let stages: readonly SceneStage[] = []
  let loose = true
  const settle = () => {
    if (!loose) return
    loose = false
    const before = stages
    stages = lay(wall.stages(), notes, fitter)
    tellDifferences(before, stages, changing)
  }
  const all = () => {
    settle()
    return stages
  }
  return {
    all,
    settle,
    take({ kind }) {
      if (kind === 'stages' || kind === 'moments') loose = true
    },
    at: (point, reach = REACH) => all().findLast((stage) => isAt(stage, point, reach)),
    forget() {
      stages = []
      loose = true
    },
  }
}

function lay(
  stages: readonly Stage[],
  { laid, get }: { laid(): Laid; get(id: PieceId): SceneNote | undefined },
  fitter: TextFitter,
): readonly SceneStage[] {
  const dividers = stages.filter(({ removed }) => !removed).toSorted(compareOrder)
  if (dividers.length === 0) return []
  const { order, count, axis } = laid()
  const line = order.slice(0, count)
  const to = (axis.lane ?? LANE_TOP) - BELOW
  const laidOut: SceneStage[] = []
  const firsts = dividers.map((stage) => momentsBefore(stage, line, get))
  dividers.forEach((stage, at) => {
    const first = firsts[at] ?? 0
    const next = firsts.slice(at + 1).find((each) => each > first) ?? count
    const x = dividerX(first)
    const layout = fitter.lay(stage.title, Math.max(LEAST_WIDTH, (next - first) * DOT_STEP - 2 * INDENT), letters)
    const width = Math.max(LEAST_WIDTH, ...layout.lines.map((each) => Math.ceil(each.width)))
    const left = first === 0 ? -NOTE_WIDTH / 2 : x + INDENT
    const box = { x: left, y: axis.top - ABOVE - layout.height, w: width, h: layout.height }
    laidOut.push(standing({ id: stage.id, stage, first, layout, box, divider: { x, from: box.y, to } }))
  })
  return aboveEachOther(laidOut)
}

function standing(stage: Omit<SceneStage, 'bounds'>): SceneStage {
  const { divider, box } = stage
  const line = { x: divider.x, y: divider.from, w: 0, h: divider.to - divider.from }
  return { ...stage, bounds: grow(around([line, box]) ?? box, 4) }
}

/** Stages without moments begin where the next one does: their titles stand above its title. */
function aboveEachOther(stages: readonly SceneStage[]): readonly SceneStage[] {
  let under: SceneStage | null = null
  const placed: SceneStage[] = []
  for (const stage of stages.toReversed()) {
    const lowest: number = under?.first === stage.first ? under.box.y - 4 : stage.box.y + stage.box.h
    const box = { ...stage.box, y: lowest - stage.box.h }
    under = standing({ ...stage, box, divider: { ...stage.divider, from: box.y } })
    placed.push(under)
  }
  return placed.toReversed()
}

/** The line is sorted: the place of a divider is found by halving. */
function momentsBefore(stage: Stage, line: readonly MomentId[], get: (id: PieceId) => SceneNote | undefined): number {
  let [low, high] = [0, line.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const id = line[middle]
    const moment = id === undefined ? undefined : get(id)?.moment
    if (moment && compareOrder(moment, stage) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function isAt({ box, divider }: SceneStage, point: Point, reach: number): boolean {
  const onLine = Math.abs(point.x - divider.x) <= reach && point.y >= divider.from && point.y <= divider.to
  return onLine || contains(grow(box, 4), point)
}

function tellDifferences(before: readonly SceneStage[], after: readonly SceneStage[], changing: Changing): void {
  const known = new Map(before.map((stage) => [stage.id, stage]))
  for (const stage of after) {
    const former = known.get(stage.id)
    known.delete(stage.id)
    if (former && former.stage === stage.stage && sameRect(former.bounds, stage.bounds)) continue
    if (former) changing.damage(former.bounds)
    changing.damage(stage.bounds)
  }
  for (const { bounds } of known.values()) changing.damage(bounds)
}
