import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import { evidences, type Evidence } from '../domain/assessment.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

export const setEvidence = direct({
  name: 'set-evidence',
  args: v.object({
    moment: id<MomentId>(),
    evidence: v.nullable(v.picklist(Object.keys(evidences) as readonly Evidence[])),
  }),
  check: (view, actor, { moment }) => may(actor, view, 'assessment', { moment }),
  apply(board, { moment, evidence }) {
    updateRecord(board.assessments, moment, { evidence })
  },
})
