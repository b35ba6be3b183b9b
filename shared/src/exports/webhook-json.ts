import type { BoardId } from '../domain/id.ts'
import type { Instant } from '../domain/session.ts'
import { formSchema } from './form-schema.ts'

export interface WebhookFacts {
  readonly id: string
  readonly event: 'session.finished' | 'test'
  readonly at: Instant
  readonly board: BoardId
  readonly title: string
  /** `form.json` as it was written. */
  readonly form: string
}

/** What a webhook sends when a session is finished, and as a test: always one line. */
export function webhookJson({ id, event, at, board, title, form }: WebhookFacts): string {
  const data = { board: { id: board, title: title.toWellFormed() }, form: JSON.parse(form) as unknown }
  return JSON.stringify({ id, type: event, timestamp: new Date(at).toISOString(), data })
}

const { $schema, ...form } = formSchema

/** The JSON Schema of that. */
export const webhookSchema = {
  $schema,
  title: 'What a board sends to a webhook',
  type: 'object',
  required: ['id', 'type', 'timestamp', 'data'],
  properties: {
    id: { description: 'The same for each try, and in the header webhook-id.', type: 'string', minLength: 1 },
    type: { description: 'A test says the form as it stands.', enum: ['session.finished', 'test'] },
    timestamp: { description: 'When it happened.', type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT[\d:.]+Z$` },
    data: {
      type: 'object',
      required: ['board', 'form'],
      properties: {
        board: {
          type: 'object',
          required: ['id', 'title'],
          properties: { id: { type: 'string' }, title: { type: 'string' } },
        },
        form,
      },
    },
  },
} as const
