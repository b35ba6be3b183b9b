import { utf8 } from './decode-text.ts'
import { nestingOf } from './nesting.ts'
import { Unreadable } from './unreadable.ts'

/** Our own files need six. */
const DEPTH = 32

/** What a JSON file holds; measured before anything is made of it. */
export function readJsonText(bytes: Uint8Array): unknown {
  const text = utf8(bytes)?.replace(/^\ufeff/u, '')
  if (text === undefined) throw new Unreadable('This file is not written in UTF-8, as JSON has to be.')
  if (nestingOf(text, DEPTH) > DEPTH) throw new Unreadable('This file is nested too deep to be read.')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unreadable(`This file is no complete JSON${placeOf(text, error)}.`)
  }
}

/** The line that the parser names, if it names one. */
function placeOf(text: string, error: unknown): string {
  const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1]
  if (at === undefined) return ''
  return `: line ${text.slice(0, Number(at)).split('\n').length} can’t be read`
}
