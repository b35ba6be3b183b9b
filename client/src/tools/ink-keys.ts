import { penWidths } from '@momentous/shared/domain/pen'
import type { Bench } from './bench.ts'
import type { KeyAction } from './key-actions.ts'
import type { Toolbox } from './toolbox.ts'

/** Is something in the hand that draws a line? */
export function holdsPen({ held }: Toolbox): boolean {
  return held.get() === 'pen' || held.get() === 'highlighter'
}

/** The next thinner or thicker line, while a pen is held. */
export function widthBy(step: 1 | -1): KeyAction {
  return ({ desk }, toolbox) => {
    if (!holdsPen(toolbox)) return false
    const next = penWidths[penWidths.indexOf(desk.width.get()) + step]
    if (next !== undefined) desk.width.set(next)
    return true
  }
}

/** Whole strokes or parts of them: what the eraser takes. */
export const changeErasing: KeyAction = ({ desk: { erases } }: Bench) => {
  erases.set(erases.get() === 'part' ? 'stroke' : 'part')
  return true
}
