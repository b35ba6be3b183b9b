import { recordLimits, type RecordRoot } from '@momentous/shared/board/records'

/** What a direct command makes. */
const makes: Readonly<Record<string, RecordRoot>> = {
  'add-moment': 'moments',
  'add-moments': 'moments',
  'draw-stroke': 'ink',
  'add-action': 'actions',
  'add-rung': 'rungs',
  'add-shape': 'shapes',
  'add-shapes': 'shapes',
  'add-stage': 'stages',
}

/** Would the board hold more records of a kind after this command than it may? Null for one that makes none. */
export function overfillsBoard(name: string, args: unknown, sizeOf: (root: RecordRoot) => number): boolean | null {
  const root = makes[name]
  return root === undefined ? null : sizeOf(root) + madeBy(args, root) > recordLimits[root]
}

/** How many records a command makes: it lists them under their root's name, or makes one. */
function madeBy(args: unknown, root: RecordRoot): number {
  const list: unknown = typeof args === 'object' && args !== null ? Reflect.get(args, root) : null
  return Array.isArray(list) ? list.length : 1
}
