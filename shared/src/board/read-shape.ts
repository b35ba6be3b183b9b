import type { ShapeId } from '../domain/id.ts'
import type { Shape } from '../domain/shape.ts'
import type { RecordOf } from './fields.ts'
import type { records } from './records.ts'

/** A shape out of its record, which has room for what every kind needs: only what its own kind has. */
export function shapeOf(id: ShapeId, fields: RecordOf<typeof records.shapes>): Shape {
  const { kind, words, place, from, to, tint, size, image, group, z, locked, removed } = fields
  const common = { id, words, tint, group, z, locked, removed }
  switch (kind) {
    case 'text':
      return Object.freeze({ kind, ...common, place, size })
    case 'area':
      return Object.freeze({ kind, ...common, place })
    case 'connector':
      return Object.freeze({ kind, ...common, from, to })
    case 'image':
      return Object.freeze({ kind, ...common, place, image })
  }
}
