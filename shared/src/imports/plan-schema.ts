import * as v from 'valibot'
import type { MomentId } from '../domain/id.ts'
import { id } from '../board/schemas.ts'
import { columns, type ColumnName } from './columns.ts'
import { formChange } from './form-change.ts'
import type { MergePlan } from './plan.ts'

const column = v.picklist(Object.keys(columns) as readonly ColumnName[])
const place = { row: v.number(), moment: v.string(), column: v.nullable(column) }
const changes = v.array(formChange)

/** A plan as it comes from the server. */
export const mergePlan = v.object({
  changes: v.array(v.object({ ...place, board: v.string(), file: v.string(), changes })),
  conflicts: v.array(
    v.object({ ...place, board: v.string(), file: v.string(), takeFile: changes, takeBoth: v.nullable(changes) }),
  ),
  untaken: v.array(v.object({ ...place, file: v.string(), reason: v.string() })),
  missing: v.array(
    v.object({
      id: id<MomentId>(),
      moment: v.string(),
      wasThere: v.nullable(v.boolean()),
      bin: changes,
      refusal: v.nullable(v.string()),
    }),
  ),
  order: v.nullable(
    v.object({
      moved: v.array(v.object({ moment: v.string(), behind: v.nullable(v.string()) })),
      boardToo: v.boolean(),
      take: changes,
      refusal: v.nullable(v.string()),
    }),
  ),
  headings: v.array(v.object({ heading: v.string(), column: v.nullable(column), samples: v.array(v.string()) })),
  unknown: v.array(v.string()),
  columns: v.array(column),
  rows: v.number(),
}) satisfies v.GenericSchema<unknown, MergePlan>
