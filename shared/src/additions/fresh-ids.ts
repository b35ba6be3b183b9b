import type { Random } from '../board/order.ts'
import { newId } from '../domain/id.ts'
import type { End, Shape } from '../domain/shape.ts'

/** What may share an id: all pieces of the wall are one kind. */
type Kind = 'piece' | 'group' | 'stage' | 'idea' | 'build' | 'concern' | 'action' | 'rung'

/** The id that each of a file's has on the board that takes it in. */
export interface FreshIds {
  /** Drawn when it is first asked for, and the same from then on. */
  of<Id extends string>(kind: Kind, id: Id): Id
  /** The same shape by its new id; a connector holds on to the new ids of its ends. */
  shape<Each extends Shape>(shape: Each): Each
}

export function freshIds(random: Random): FreshIds {
  const drawn = new Map<string, string>()
  function of<Id extends string>(kind: Kind, id: Id): Id {
    const name = `${kind} ${id}`
    const found = drawn.get(name)
    if (found !== undefined) return found as Id
    const fresh = newId<Id>(random)
    drawn.set(name, fresh)
    return fresh
  }
  const end = (each: End): End => ('at' in each ? { at: of('piece', each.at) } : each)
  return {
    of,
    shape(shape) {
      const named = { ...shape, id: of('piece', shape.id) }
      return named.kind === 'connector' ? { ...named, from: end(named.from), to: end(named.to) } : named
    },
  }
}
