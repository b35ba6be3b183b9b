import type { GroupId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Scene } from '@momentous/shared/scene/scene'
import type { Wall } from './wall.ts'

interface Where {
  readonly wall: Pick<Wall, 'moment' | 'moments' | 'shape' | 'shapes' | 'stroke' | 'strokes'>
  readonly scene: Pick<Scene, 'piece'>
}

export function groupOf(id: PieceId, { wall }: Pick<Where, 'wall'>): GroupId | null {
  return (wall.moment(id) ?? wall.shape(id) ?? wall.stroke(id))?.group ?? null
}

/** These pieces, and before them all that belong to one group with any of them and are to be seen. */
export function withGroups(ids: Iterable<PieceId>, { wall, scene }: Where): readonly PieceId[] {
  const own = new Set(ids)
  const groups = new Set([...own].map((id) => groupOf(id, { wall })).filter((group) => group !== null))
  if (groups.size === 0) return [...own]
  const all = [...wall.moments(), ...wall.shapes(), ...wall.strokes()]
  const others = all.filter(({ id, group }) => group !== null && groups.has(group) && !own.has(id))
  return [...others.map(({ id }) => id).filter((id) => scene.piece(id) !== undefined), ...own]
}

/** What a press on a piece means: its whole group, or the piece alone where one of that group was reached already. */
export function meantBy(id: PieceId, selected: ReadonlySet<PieceId>, where: Where): readonly PieceId[] {
  const group = groupOf(id, where)
  if (group === null) return [id]
  const reached = selected.size === 1 && [...selected].every((each) => groupOf(each, where) === group)
  const all = withGroups([id], where)
  return reached && all.length > 1 ? [id] : all
}
