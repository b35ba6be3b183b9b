import { penOrder, pens, penWidths, type PenId, type PenWidth } from '@momentous/shared/domain/pen'
import { cell, type Cell } from './cell.ts'
import type { Device } from './device.ts'

/** Whole strokes, or only what the eraser runs over. */
export type ErasePart = 'stroke' | 'part'

/** How somebody draws: the same on every board of this device. */
export interface InkHabits {
  readonly pen: Cell<PenId>
  readonly highlighter: Cell<PenId>
  readonly width: Cell<PenWidth>
  readonly erases: Cell<ErasePart>
  /** Does a finger draw although a stylus is at hand? */
  readonly fingerDraws: Cell<boolean>
}

const isMarker = (id: PenId) => pens[id].scale > 1
const pensOnly = penOrder.filter((id) => !isMarker(id))
const markers = penOrder.filter(isMarker)

/** For a page that keeps nothing. */
export function passingInk(): InkHabits {
  return {
    pen: cell<PenId>('ink'),
    highlighter: cell<PenId>('highlighter-butter'),
    width: cell<PenWidth>(4),
    erases: cell<ErasePart>('stroke'),
    fingerDraws: cell(false),
  }
}

export function openInk(device: Device): InkHabits {
  const ink = passingInk()
  keep(device, 'momentous.pen', ink.pen, pensOnly)
  keep(device, 'momentous.highlighter', ink.highlighter, markers)
  keep(device, 'momentous.pen-width', ink.width, penWidths)
  keep(device, 'momentous.erases', ink.erases, ['stroke', 'part'])
  keep(device, 'momentous.finger-draws', ink.fingerDraws, [false, true])
  return ink
}

/** What was kept by a version that knew other choices is forgotten. */
function keep<Choice extends string | number | boolean>(
  device: Device,
  key: string,
  choice: Cell<Choice>,
  choices: readonly Choice[],
): void {
  const kept = device.read(key)
  const known = choices.find((each) => String(each) === kept)
  if (known !== undefined) choice.set(known)
  choice.subscribe(() => device.write(key, String(choice.get())))
}
