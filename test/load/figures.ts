/** One measured number, and what it should be. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** It should be no more than this, or no less. */
  readonly most?: number
  readonly least?: number
}

interface Row {
  readonly figure: Figure
  readonly values: readonly number[]
}

/** All rounds of each figure as one table: median, spread, goal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = new Map<string, Row>()
  for (const figure of figures) {
    rows.set(figure.name, { figure, values: [...(rows.get(figure.name)?.values ?? []), figure.value] })
  }
  const cells = [['figure', 'measured', 'goal', ''], ...[...rows.values()].map(cellsOf)]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
    .map((row) => row.join('  ').trimEnd())
    .join('\n')
}

function cellsOf({ figure, values }: Row): string[] {
  const { name, unit, most, least } = figure
  const median = medianOf(values)
  const spread = values.length > 1 ? ` (${shown(Math.min(...values))} to ${shown(Math.max(...values))})` : ''
  const goal = most !== undefined ? `<= ${shown(most)}` : least !== undefined ? `>= ${shown(least)}` : ''
  const met = median <= (most ?? Infinity) && median >= (least ?? -Infinity)
  return [name, `${shown(median)}${spread} ${unit}`.trim(), goal, goal === '' ? '' : met ? 'met' : 'missed']
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const half = sorted.length >> 1
  const [lower = Number.NaN, upper = Number.NaN] = [sorted[sorted.length % 2 === 1 ? half : half - 1], sorted[half]]
  return (lower + upper) / 2
}

/** Three digits that mean something. */
export function shown(value: number): string {
  if (Number.isNaN(value)) return 'not known'
  if (!Number.isFinite(value)) return 'never'
  const size = Math.abs(value)
  return size >= 100 ? String(Math.round(value)) : String(Number(value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3)))
}
