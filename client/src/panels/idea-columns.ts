/**
 * Which column each card stands in. A card never changes columns while it is there, so that half-typed words and the eye
 * stay with it; a new one goes to the shortest column.
 */
export function assignColumns(
  ids: readonly string[],
  former: ReadonlyMap<string, number>,
  columns: number,
): ReadonlyMap<string, number> {
  const heights = Array.from({ length: columns }, () => 0)
  const places = new Map<string, number>()
  const put = (id: string, column: number) => {
    places.set(id, column)
    heights[column] = (heights[column] ?? 0) + 1
  }
  for (const id of ids) {
    const known = former.get(id)
    if (known !== undefined && known < columns) put(id, known)
  }
  for (const id of ids) if (!places.has(id)) put(id, heights.indexOf(Math.min(...heights)))
  return places
}
