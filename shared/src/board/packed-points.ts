import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { STROKE_POINTS_MAX } from '../domain/stroke.ts'
import { COORDINATE_MAX } from './schemas.ts'

/*
 * The points of a stroke as bytes. First what the pressure is: 0 to 100 hundredths for all of them, or EACH. Then for each
 * point the steps from the one before, right and down, in tenths of a board unit as signed varints, and its own pressure
 * if each has one. How many there are is nowhere said: they end with the bytes.
 */

/** A tenth of a unit is finer than any screen shows, at the largest zoom too. */
const TENTHS = 10
const HUNDREDTHS = 100
const EACH = 255

/** More bytes than these hold more points than a stroke may have. */
export const PACKED_POINTS_MAX = 1 + STROKE_POINTS_MAX * 9

const tenths = (unit: number) => Math.round(unit * TENTHS) + 0
const hundredths = (pressure: number) => Math.round(Math.min(1, Math.max(0, pressure)) * HUNDREDTHS) + 0

/** x, y, pressure, x, y, pressure ...; what follows the last whole point is left out. */
export function packPoints(points: readonly number[]): Uint8Array {
  const end = points.length - (points.length % 3)
  const first = hundredths(points[2] ?? 0)
  let isEven = true
  for (let at = 2; at < end && isEven; at += 3) isEven = hundredths(points[at] ?? 0) === first
  const encoder = encoding.createEncoder()
  encoding.writeUint8(encoder, isEven ? first : EACH)
  let [x, y] = [0, 0]
  for (let at = 0; at < end; at += 3) {
    const [toX, toY] = [tenths(points[at] ?? 0), tenths(points[at + 1] ?? 0)]
    encoding.writeVarInt(encoder, toX - x)
    encoding.writeVarInt(encoder, toY - y)
    if (!isEven) encoding.writeUint8(encoder, hundredths(points[at + 2] ?? 0))
    ;[x, y] = [toX, toY]
  }
  return encoding.toUint8Array(encoder)
}

/** Null for bytes that are no stroke: of none or of too many points, cut short, or out of bounds. */
export function unpackPoints(bytes: Uint8Array): number[] | null {
  const [even = EACH] = bytes
  if (bytes.length < 3 || bytes.length > PACKED_POINTS_MAX || (even > HUNDREDTHS && even !== EACH)) return null
  const decoder = decoding.createDecoder(bytes)
  decoder.pos = 1
  const points: number[] = []
  let [x, y] = [0, 0]
  while (decoder.pos < bytes.length) {
    if (points.length >= STROKE_POINTS_MAX * 3) return null
    x += nextStep(decoder)
    y += nextStep(decoder)
    const pressure = even === EACH ? (bytes[decoder.pos++] ?? EACH) : even
    // A step that is no number is out of bounds too.
    if (!isInside(x) || !isInside(y) || pressure > HUNDREDTHS) return null
    points.push(x / TENTHS, y / TENTHS, pressure / HUNDREDTHS)
  }
  return points
}

const isInside = (at: number) => at >= -COORDINATE_MAX * TENTHS && at <= COORDINATE_MAX * TENTHS

/** NaN where the bytes are at their end. */
function nextStep(decoder: decoding.Decoder): number {
  if (!decoding.hasContent(decoder)) return NaN
  try {
    return decoding.readVarInt(decoder)
  } catch {
    return NaN
  }
}
