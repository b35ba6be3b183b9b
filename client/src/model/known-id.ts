import { ID_PATTERN, type BoardId, type SeatId } from '@momentous/shared/domain/id'
import * as v from 'valibot'

/** Ids as they come in from the server or from the device's storage. */
export const boardIdSchema = v.custom<BoardId>(looksLikeAnId)
export const seatIdSchema = v.custom<SeatId>(looksLikeAnId)

function looksLikeAnId(raw: unknown): boolean {
  return typeof raw === 'string' && ID_PATTERN.test(raw)
}
