import type { Phase } from '@momentous/shared/domain/phase'
import type { Role } from '@momentous/shared/domain/role'
import { rows } from '@momentous/shared/rules/rows'
import { toolWords } from '../words/canvas.ts'
import { shapeToolWords } from '../words/shape-tools.ts'
import type { Tool } from './tool.ts'

const everybody: readonly Role[] = ['facilitator', 'participant', 'observer']
const writers: readonly Role[] = ['facilitator', 'participant']

const notes = { roles: writers, shelf: 'notes', extra: false } as const
const shapes = { roles: writers, shelf: 'shapes', extra: true, row: 'ink' } as const
const ink = { roles: writers, shelf: 'ink', row: 'ink', cursor: 'crosshair' } as const

/**
 * The registry, in the rail's order: add a tool with one line here, and one in `states.ts` for what it does. The rail stands
 * there before that is fetched.
 */
export const tools = {
  select: { ...notes, label: toolWords.select, icon: 'mouse-pointer-2', shortcut: 'V', row: null, cursor: 'default' },
  hand: {
    ...{ roles: everybody, shelf: 'notes', extra: true, row: null },
    ...{ label: toolWords.hand, icon: 'hand', shortcut: 'H', cursor: 'grab' },
  },
  note: { ...notes, label: toolWords.note, icon: 'sticky-note', shortcut: 'N', row: 'moment', cursor: 'copy' },
  text: { ...shapes, label: shapeToolWords.text, icon: 'type', shortcut: 'T', cursor: 'text' },
  area: { ...shapes, label: shapeToolWords.area, icon: 'frame', shortcut: 'F', cursor: 'crosshair' },
  connector: { ...shapes, label: shapeToolWords.connector, icon: 'spline', shortcut: 'L', cursor: 'crosshair' },
  pen: { ...ink, label: toolWords.pen, icon: 'pencil', shortcut: 'P', extra: false },
  highlighter: { ...ink, label: toolWords.highlighter, icon: 'highlighter', shortcut: null, extra: true },
  eraser: { ...ink, label: toolWords.eraser, icon: 'eraser', shortcut: 'E', extra: false },
} as const satisfies Record<string, Tool>
export type ToolId = keyof typeof tools
export const toolOrder = Object.keys(tools) as readonly ToolId[]

/** Is the tool of use to this role in this phase at all? Conditions of the moment are the rules' business. */
export function isOffered(tool: Tool, role: Role, phase: Phase): boolean {
  if (!tool.roles.includes(role)) return false
  if (tool.row === null) return true
  const cell = rows[tool.row].cells[phase]
  return cell.startsWith('P') || (cell.startsWith('F') && role === 'facilitator')
}
