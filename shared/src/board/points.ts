import * as v from 'valibot'
import { STROKE_POINTS_MAX } from '../domain/stroke.ts'
import { unpackPoints } from './packed-points.ts'
import { coordinate } from './schemas.ts'

const unpacked = v.pipe(
  v.instance(Uint8Array),
  v.rawTransform<Uint8Array<ArrayBuffer>, readonly number[]>(({ dataset, addIssue, NEVER }) => {
    const points = unpackPoints(dataset.value)
    if (points !== null) return points
    addIssue()
    return NEVER
  }),
)

/** The points of a stroke: as they are written now, or the list that boards of an earlier time hold. */
export const points = v.union([
  unpacked,
  v.pipe(v.array(coordinate), v.minLength(3), v.maxLength(STROKE_POINTS_MAX * 3)),
]) as v.GenericSchema<unknown, readonly number[]>
