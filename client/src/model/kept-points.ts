import { readStroke } from '@momentous/shared/board/read'
import type { RawRecord } from '@momentous/shared/board/board'
import type { StrokeId } from '@momentous/shared/domain/id'
import type { Stroke } from '@momentous/shared/domain/stroke'

/**
 * Reads strokes whose points stay the same list for as long as the same bytes lie in the document: a stroke that is moved
 * or grouped keeps its outline.
 */
export function readerOfStrokes(): (id: StrokeId, raw: RawRecord) => Stroke {
  const known = new WeakMap<object, Stroke['points']>()
  return (id, raw) => {
    const stroke = readStroke(id, raw)
    const written = raw.get('points')
    if (typeof written !== 'object' || written === null) return stroke
    const points = known.get(written) ?? stroke.points
    known.set(written, points)
    return Object.freeze({ ...stroke, points })
  }
}
