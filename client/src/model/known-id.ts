import { isId, type BoardId, type SeatId } from '@momentous/shared/domain/id'
import * as v from 'valibot'

/** Ids as they come in from the server or from the device's storage. */
export const boardIdSchema = v.custom<BoardId>(isId)
export const seatIdSchema = v.custom<SeatId>(isId)
