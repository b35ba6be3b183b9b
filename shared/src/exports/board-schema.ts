import * as v from 'valibot'
import type { Field, Fields, RecordOf } from '../board/fields.ts'
import { shapeOf } from '../board/read-shape.ts'
import { records, type RecordRoot } from '../board/records.ts'
import { count, id, words } from '../board/schemas.ts'
import { sessionFields } from '../board/session-fields.ts'
import type { ShapeId } from '../domain/id.ts'

const ownerName = v.nullable(words(80))

/** What a missing key reads as, so that a file of an older version still opens; a damaged value is refused. */
function fieldSchema(field: Field): v.GenericSchema {
  return field.field === 'text' ? v.optional(words(field.max), '') : v.optional(field.schema, field.fallback)
}

function fieldSchemas(fields: Fields): v.ObjectEntries {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, fieldSchema(field)]))
}

const session: v.GenericSchema = v.object(fieldSchemas(sessionFields))

function list(root: RecordRoot, key: 'id' | 'moment', redacted: v.ObjectEntries = {}): v.GenericSchema {
  const { by: _, ...fields } = fieldSchemas(records[root])
  return v.optional(v.array(v.object({ [key]: id(), ...fields, ...redacted })), [])
}

type ShapeFields = RecordOf<typeof records.shapes> & { readonly id: ShapeId }

/** Of what a shape's record has room for, a file has what the shape's kind has. */
const shape: v.GenericSchema = v.pipe(
  v.object({ id: id(), ...fieldSchemas(records.shapes) }),
  // The schemas are those of the fields, which their types are read by.
  v.transform((fields) => shapeOf((fields as ShapeFields).id, fields as ShapeFields)),
)

/** The board of a file: the same shapes that the document admits, without seats and authors. */
export const boardSchema = v.object({
  session,
  moments: list('moments', 'id'),
  ink: list('ink', 'id'),
  assessments: list('assessments', 'moment'),
  grades: list('grades', 'moment'),
  ideas: list('ideas', 'id'),
  builds: list('builds', 'id'),
  concerns: list('concerns', 'id'),
  actions: list('actions', 'id', { owner: v.optional(ownerName, null), agreed: v.optional(count, 0) }),
  rungs: list('rungs', 'id'),
  shapes: v.optional(v.array(shape), []),
  stages: list('stages', 'id'),
})
