import type { Delivery } from '@momentous/shared/domain/delivery'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { BoardId } from '@momentous/shared/domain/id'
import type { Instant } from '@momentous/shared/domain/session'
import { formJson } from '@momentous/shared/exports/form-json'
import { redact } from '@momentous/shared/exports/redact'
import { webhookJson } from '@momentous/shared/exports/webhook-json'
import * as v from 'valibot'
import { wishedInput, wishes } from '../exports/wishes.ts'

/** What a delivery says: the form as `form.json` has it for whoever only looks on, and which board and moment it is of. */
export function saidBy({ id, event, at }: Delivery, board: BoardId, snapshot: BoardSnapshot, now: Instant): string {
  const shown = redact(snapshot, 'observer')
  const form = formJson.write(wishedInput(board, shown, v.parse(wishes, {}), now))
  return webhookJson({ id, event, at, board, title: shown.session.title, form })
}
