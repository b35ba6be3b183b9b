import type { MomentId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Bench } from '../tools/bench.ts'
import { cameToLast } from '../tools/kept-pieces.ts'

export const momentRow = (id: MomentId) => `wall-moment-${id}`
export const shapeRow = (id: PieceId) => `wall-shape-${id}`

/** The row of the shape that was selected last. A new shape has its row a moment later. */
function rowOfShape(bench: Bench): string | null {
  const id = cameToLast(bench)
  const row = id !== undefined && bench.wall.shape(id) ? shapeRow(id) : null
  return row !== null && document.getElementById(row) !== null ? row : null
}

/** Makes the selected piece's row the wall's active descendant. */
export function pointAtRow(bench: Bench, wall: HTMLElement | null): void {
  const lead = bench.selection.lead()
  const row = rowOfShape(bench) ?? (lead === null ? null : momentRow(lead))
  if (row === null) wall?.removeAttribute('aria-activedescendant')
  else wall?.setAttribute('aria-activedescendant', row)
}
