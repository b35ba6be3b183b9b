import * as v from 'valibot'
import { cell, type Cell } from './cell.ts'
import type { Device } from './device.ts'

export type PictureFormat = 'png' | 'svg' | 'pdf' | 'html'
export const pictureFormats: readonly PictureFormat[] = ['png', 'svg', 'pdf', 'html']

/** What somebody made the last picture of, and how, so that the next one is one press. */
export interface PictureChoice {
  readonly format: PictureFormat
  /** Pixels of a PNG for each unit of the board. */
  readonly scale: 1 | 2 | 3 | 4
  readonly pages: 'one' | 'many'
  /** Without the wall behind it, to be laid over something. */
  readonly bare: boolean
  /** What is taken where nothing is selected. */
  readonly part: 'all' | 'seen'
}

const KEPT_AS = 'momentous.picture'
const atFirst: PictureChoice = { format: 'png', scale: 2, pages: 'one', bare: false, part: 'all' }
const kept = v.object({
  format: v.picklist(pictureFormats),
  scale: v.picklist([1, 2, 3, 4]),
  pages: v.picklist(['one', 'many']),
  bare: v.boolean(),
  part: v.picklist(['all', 'seen']),
})

export function openPictureChoice(device: Pick<Device, 'read' | 'write'>): Cell<PictureChoice> {
  const choice = cell(lastTime(device))
  choice.subscribe(() => device.write(KEPT_AS, JSON.stringify(choice.get())))
  return choice
}

/** What was kept by a version that knew other choices is forgotten. */
function lastTime(device: Pick<Device, 'read'>): PictureChoice {
  try {
    const read = v.safeParse(kept, JSON.parse(device.read(KEPT_AS) ?? 'null'))
    return read.success ? read.output : atFirst
  } catch {
    return atFirst
  }
}
