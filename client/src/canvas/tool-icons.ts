import {
  Eraser,
  Frame,
  Hand,
  Highlighter,
  MousePointer2,
  Pencil,
  Spline,
  StickyNote,
  Type,
  type LucideIcon,
} from 'lucide-react'
import type { ToolIcon } from '../tools/tool.ts'

export const toolIcons: Readonly<Record<ToolIcon, LucideIcon>> = {
  'mouse-pointer-2': MousePointer2,
  hand: Hand,
  'sticky-note': StickyNote,
  pencil: Pencil,
  highlighter: Highlighter,
  eraser: Eraser,
  type: Type,
  frame: Frame,
  spline: Spline,
}
