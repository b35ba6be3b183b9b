import { planningHeadings } from '../domain/planning-row.ts'
import { FORM_FORMAT, FORM_VERSION } from './form-json.ts'
import { extendedHeadings } from './sheet.ts'

const text = { type: 'string' } as const
const allHeadings = [...planningHeadings, ...extendedHeadings]

/** The JSON Schema of `form.json`, for programs that read it. */
export const formSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The planning form of a moments-of-truth session',
  type: 'object',
  required: ['format', 'version', 'title', 'why', 'nextSession', 'headings', 'rows'],
  properties: {
    format: { const: FORM_FORMAT },
    version: { const: FORM_VERSION },
    title: text,
    why: text,
    nextSession: {
      description: 'When the team meets again, in its own time; null while nothing is booked.',
      oneOf: [
        { type: 'null' },
        {
          type: 'object',
          required: ['date', 'time'],
          properties: {
            date: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
            time: { type: 'string', pattern: String.raw`^\d{2}:\d{2}$` },
          },
        },
      ],
    },
    headings: {
      description: 'The columns in their order: the five printed ones, and on the extended sheet those behind them.',
      type: 'array',
      items: { enum: allHeadings },
      minItems: planningHeadings.length,
      uniqueItems: true,
    },
    rows: {
      type: 'array',
      items: {
        description: 'One moment. Cells are text; several actions stand under each other, one a line.',
        type: 'object',
        required: ['id', ...planningHeadings],
        properties: {
          id: { description: 'The moment’s own, which never changes.', type: 'string', minLength: 1 },
          stamp: { description: 'By which an edited row is told from one that the board has changed.', type: 'string' },
          ...Object.fromEntries(allHeadings.map((heading) => [heading, text])),
        },
        additionalProperties: text,
      },
    },
  },
} as const
