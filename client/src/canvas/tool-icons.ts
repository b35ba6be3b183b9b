import { Eraser, Hand, Highlighter, MousePointer2, Pencil, StickyNote, type LucideIcon } from 'lucide-react'
import type { ToolIcon } from '../tools/tool.ts'

export const toolIcons: Readonly<Record<ToolIcon, LucideIcon>> = {
  'mouse-pointer-2': MousePointer2,
  hand: Hand,
  'sticky-note': StickyNote,
  pencil: Pencil,
  highlighter: Highlighter,
  eraser: Eraser,
}
