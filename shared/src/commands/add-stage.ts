import * as v from 'valibot'
import { rekey, spotBehind } from '../board/line.ts'
import { id, words } from '../board/schemas.ts'
import { createRecord } from '../board/write.ts'
import type { MomentId, StageId } from '../domain/id.ts'
import { STAGE_TITLE_MAX } from '../domain/stage.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Begins a stage of the timeline behind a moment or behind another stage's divider; null for the very start. */
export const addStage = direct({
  name: 'add-stage',
  args: v.object({
    id: id<StageId>(),
    title: words(STAGE_TITLE_MAX),
    after: v.nullable(id<MomentId | StageId>()),
  }),
  check: (view, actor) => may(actor, view, 'moment', { creates: true }),
  apply(board, { id: key, title, after }, random) {
    if (board.stages.has(key)) return
    const { order, rekeyed } = spotBehind(board, after, random)
    rekey(board, rekeyed)
    createRecord(board.stages, 'stages', key, { title, order })
  },
})
