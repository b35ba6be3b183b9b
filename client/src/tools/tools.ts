import type { Phase } from '@momentous/shared/domain/phase'
import type { Role } from '@momentous/shared/domain/role'
import { rows } from '@momentous/shared/rules/rows'
import { area } from './area.ts'
import { connector } from './connector.ts'
import { eraser } from './eraser.ts'
import { hand } from './hand.ts'
import { note } from './note.ts'
import { highlighter, pen } from './pen.ts'
import { select } from './select.ts'
import { text } from './text.ts'
import type { Tool } from './tool.ts'

/** The registry, in the rail's order: add a tool with one line. */
export const tools = {
  ...{ select, hand, note, text, area, connector },
  ...{ pen, highlighter, eraser },
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
