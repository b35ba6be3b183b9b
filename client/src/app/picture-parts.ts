import type { ShapeId } from '@momentous/shared/domain/id'
import type { DrawnPart } from '@momentous/shared/drawing/drawing-of'
import type { AreaShape, Shape } from '@momentous/shared/domain/shape'
import { grow } from '@momentous/shared/scene/geometry'
import type { WallHands } from '../tools/wall-offers.ts'
import { pictureFileWords as words } from '../words/pictures.ts'

export type PartName = keyof typeof words.parts

/** What can be drawn from where somebody stands now. */
export interface PictureParts {
  readonly parts: Readonly<Partial<Record<PartName, DrawnPart>>>
  readonly areas: readonly { readonly value: ShapeId; readonly label: string }[]
  /** What lies in one of the board's areas, its title above it. */
  area(id: ShapeId | null): DrawnPart
}

export const everything: DrawnPart = { of: 'all' }

/** Above an area stands its title, and around it some bare wall. */
const [TITLE, AROUND] = [36, 16]

/** On a phone's list there is no view and no selection, but there are the areas. */
export function pictureParts(wall: WallHands | null, shapes: readonly Shape[]): PictureParts {
  const areas = shapes.filter((shape): shape is AreaShape => shape.kind === 'area' && !shape.removed)
  const parts: PictureParts['parts'] = {
    all: everything,
    ...(wall === null ? {} : { seen: { of: 'area', area: wall.bench.camera.visible() } as const }),
    ...selectedPart(wall),
    ...(areas.length === 0 ? {} : { area: areaPart(areas[0]) }),
  }
  return {
    parts,
    areas: areas.map(({ id, words: title }, at) => ({
      value: id,
      label: title.trim() === '' ? `${words.untitledArea} ${at + 1}` : title,
    })),
    area: (id) => areaPart(areas.find((each) => each.id === id) ?? areas[0]),
  }
}

function selectedPart(wall: WallHands | null): PictureParts['parts'] {
  const pieces = new Set(wall?.bench.selection.pieces())
  return pieces.size === 0 ? {} : { selected: { of: 'pieces', pieces } }
}

function areaPart(area: AreaShape | undefined): DrawnPart {
  if (area === undefined) return everything
  const [x, y, w, h] = area.place
  return { of: 'area', area: grow({ x, y: y - TITLE, w, h: h + TITLE }, AROUND) }
}
