import * as v from 'valibot'
import { pieceRoots } from '../board/records.ts'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { GroupId } from '../domain/id.ts'
import type { PieceId } from '../domain/piece.ts'
import { mayArrange } from '../rules/pieces.ts'
import { direct } from './command.ts'

/** Makes pieces of any kind one group, or takes them out of theirs (`group: null`). */
export const groupPieces = direct({
  name: 'group-pieces',
  args: v.object({
    ids: v.pipe(v.array(id<PieceId>()), v.minLength(1)),
    group: v.nullable(id<GroupId>()),
  }),
  check: (view, actor, { ids }) => mayArrange(actor, view, ids),
  apply(board, { ids, group }) {
    for (const key of ids) for (const root of pieceRoots) updateRecord(board[root], key, { group })
  },
})
