import * as v from 'valibot'
import { pieceRoots } from '../board/records.ts'
import { id, orderKey } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { PieceId } from '../domain/piece.ts'
import { mayArrange } from '../rules/pieces.ts'
import { direct } from './command.ts'

/** Puts pieces of any kind before or behind others; `depthsAt` says which keys do that. */
export const orderPieces = direct({
  name: 'order-pieces',
  args: v.object({
    pieces: v.pipe(v.array(v.object({ id: id<PieceId>(), z: v.nullable(orderKey) })), v.minLength(1)),
  }),
  check: (view, actor, { pieces }) =>
    mayArrange(
      actor,
      view,
      pieces.map((piece) => piece.id),
    ),
  apply(board, { pieces }) {
    for (const { id: key, z } of pieces) for (const root of pieceRoots) updateRecord(board[root], key, { z })
  },
})
