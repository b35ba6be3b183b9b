import * as v from 'valibot'
import { channelOrder, type ChannelId, type OwnChannelId } from '../domain/contact-type.ts'
import { ID_PATTERN } from '../domain/id.ts'
import { IMAGE_SIDE_MAX, type End, type ImageFile } from '../domain/shape.ts'
import type { PieceId } from '../domain/piece.ts'
import { isOrderKey, ORDER_KEY_MAX } from './order.ts'

/** Small schemas that several records and commands share. */
export function id<Id extends string>(): v.GenericSchema<unknown, Id> {
  return v.pipe(
    v.string(),
    v.regex(ID_PATTERN),
    v.transform((raw) => raw as Id),
  ) as v.GenericSchema<unknown, Id>
}

/** Lone surrogates can't be stored as UTF-8 and would come back as another text. */
export function words(max: number): v.GenericSchema<unknown, string> {
  return v.pipe(
    v.string(),
    v.maxLength(max, `Please keep it under ${max} characters.`),
    v.check((raw) => raw.isWellFormed(), 'This text holds a broken character.'),
  ) as v.GenericSchema<unknown, string>
}

export const COORDINATE_MAX = 1_000_000
export const LENGTH_MAX = 10_000
export const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-COORDINATE_MAX), v.maxValue(COORDINATE_MAX))
export const length = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(LENGTH_MAX))

/** x, y, width, height. */
export const placed = v.tuple([coordinate, coordinate, length, length])
/** How far something was moved: right and down. */
export const offset = v.tuple([coordinate, coordinate])

/** A connector's end: a piece or a point, and nothing beside it. */
export const end = v.union([
  v.strictObject({ at: id<PieceId>() }),
  v.strictObject({ point: v.tuple([coordinate, coordinate]) }),
]) as v.GenericSchema<unknown, End>

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(IMAGE_SIDE_MAX))
export const imageHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
export const imageFile = v.strictObject({
  hash: imageHash,
  w: side,
  h: side,
}) as v.GenericSchema<unknown, ImageFile>

/** A fractional order key: beside any other text nobody could add anything any more. */
export const orderKey = v.pipe(v.string(), v.maxLength(ORDER_KEY_MAX), v.check(isOrderKey))

/** Where the server put something that nobody may tell the order of. */
export const slot = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,44}$/))

export const channelId = v.union([
  v.picklist(channelOrder),
  v.pipe(
    v.string(),
    v.regex(/^own-[a-z0-9]{1,20}$/),
    v.transform((raw) => raw as OwnChannelId),
  ),
]) as v.GenericSchema<unknown, ChannelId>

export const date = v.pipe(v.string(), v.isoDate())
/** The name of a time zone; whether there is such a zone only a device's own list says. */
export const timeZone = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+/-]{1,64}$/, 'That is no time zone.'))
export const instant = v.pipe(v.number(), v.finite(), v.minValue(0))
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
