import type { PieceId } from '@momentous/shared/domain/piece'
import type { Bench } from './bench.ts'

/** What stays selected while the keys go on to others; whoever selects anew has let go of it. */
export function keptPieces({ desk, selection }: Pick<Bench, 'desk' | 'selection'>): readonly PieceId[] {
  const kept = desk.kept.get()
  return kept.every((id) => selection.has(id)) ? kept : []
}

/** Selects what the keys have come to, beside what stays selected. */
export function goTo(id: PieceId, bench: Bench): void {
  const kept = keptPieces(bench)
  bench.desk.kept.set(kept)
  bench.selection.set([...kept.filter((each) => each !== id), id])
}

/** Of several selected pieces the one that the keys came to last. */
export function cameToLast({ selection }: Pick<Bench, 'selection'>): PieceId | undefined {
  return [...selection.pieces()].at(-1)
}

/** By key what a press with Shift is by hand: it stays selected while the arrows go on, or no longer does. */
export function keepSelected(bench: Bench): boolean {
  const { desk, selection } = bench
  const last = cameToLast(bench)
  if (last === undefined) return false
  const kept = keptPieces(bench)
  if (kept.length === 0) desk.kept.set([...selection.pieces()])
  else desk.kept.set(kept.includes(last) ? kept.filter((id) => id !== last) : [...kept, last])
  return true
}
