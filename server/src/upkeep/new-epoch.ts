/** An epoch that no client has ever been told of this board, even when the data that knew them is gone. */
export function newEpoch(known: number, now: number): number {
  return Math.max(known + 1, Math.floor(now / 1000))
}
