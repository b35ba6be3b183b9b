import * as v from 'valibot'
import { cell, type Cell } from './cell.ts'
import type { Device } from './device.ts'
import { formFormatOrder, type FormFormat, type FormWishes } from './form-formats.ts'

/** What somebody took home last, so that the next time is one press. */
export interface TakeHome {
  readonly format: FormFormat
  readonly wishes: FormWishes
}

const KEPT_AS = 'momentous.take-home'

const atFirst: TakeHome = {
  format: 'docx',
  wishes: { shortlistFirst: true, extended: false, allMoments: false, prompts: false },
}

const kept = v.object({
  format: v.picklist(formFormatOrder),
  wishes: v.object({
    shortlistFirst: v.boolean(),
    extended: v.boolean(),
    allMoments: v.boolean(),
    prompts: v.boolean(),
  }),
})

export function openTakeHome(device: Pick<Device, 'read' | 'write'>): Cell<TakeHome> {
  const choice = cell(lastTime(device))
  choice.subscribe(() => device.write(KEPT_AS, JSON.stringify(choice.get())))
  return choice
}

/** What was kept by a version that knew other files is forgotten. */
function lastTime(device: Pick<Device, 'read' | 'write'>): TakeHome {
  try {
    const read = v.safeParse(kept, JSON.parse(device.read(KEPT_AS) ?? 'null'))
    return read.success ? read.output : atFirst
  } catch {
    return atFirst
  }
}
