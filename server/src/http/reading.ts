import * as v from 'valibot'
import { refusals } from './refusal.ts'

/** What came from outside, by its schema; refuses with the first thing that is wrong, in a sentence. */
export function read<Schema extends v.GenericSchema>(schema: Schema, raw: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, raw)
  if (result.success) return result.output
  throw refusals.unfit(sentence(result.issues[0]))
}

/** Our own schemas speak in sentences; what the library says by itself is for programmers. */
function sentence(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message
  const path = v.getDotPath(issue)
  return path === null ? 'The body has to be a JSON object.' : `“${path}” is missing, or can’t be what it is.`
}

/** A line of words: at most `max` characters, none of them broken. */
export function words(max: number, tooLong: string) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(max, tooLong),
    v.check((text) => text.isWellFormed(), 'This text holds a broken character.'),
  )
}
