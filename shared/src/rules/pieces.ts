import type { BoardView } from '../board/view.ts'
import type { Actor } from '../domain/actor.ts'
import type { ShapeId } from '../domain/id.ts'
import type { PieceId, PieceKind } from '../domain/piece.ts'
import type { End } from '../domain/shape.ts'
import { may } from './may.ts'
import { all, allowed, refused, type Ruling } from './ruling.ts'

/** What kind of piece has this id; null when none has. */
export function kindOfPiece(view: BoardView, id: PieceId): PieceKind | null {
  if (view.moment(id) !== undefined) return 'moment'
  if (view.shape(id) !== undefined) return 'shape'
  return view.hasStroke(id) ? 'stroke' : null
}

/** No two pieces share an id (M4). The same piece once more is no other one: made twice, it is there once. */
export function isFree(view: BoardView, kind: PieceKind, id: PieceId): Ruling {
  const known = kindOfPiece(view, id)
  return known === null || known === kind ? allowed : refused('M4', 'Something else on the board has this id already.')
}

/** Notes go by the row of notes moved by hand, everything else by that of ink. */
export function mayArrange(actor: Actor, view: BoardView, ids: readonly PieceId[]): Ruling {
  const isNote = (id: PieceId) => view.moment(id) !== undefined
  return all(
    () => (ids.some(isNote) ? may(actor, view, 'moment-by-hand') : allowed),
    () => (ids.every(isNote) ? allowed : may(actor, view, 'ink')),
  )
}

export const HOLDS_CONNECTOR = refused(
  'K1',
  'A connector holds on to a note, to ink or to a shape, not to a connector.',
)

/** What a connector may hold on to: where one connector held on to another, neither would know where it ends. */
export function mayHold(view: BoardView, connector: ShapeId, ends: readonly (End | undefined)[]): Ruling {
  const isConnector = (id: PieceId) => id === connector || view.shape(id)?.kind === 'connector'
  return ends.some((end) => end !== undefined && 'at' in end && isConnector(end.at)) ? HOLDS_CONNECTOR : allowed
}
