import type { FastifyInstance } from 'fastify'
import { Refusal } from './refusal.ts'

/** How deep a body may be nested: commands need four. */
const DEPTH = 32

/** JSON bodies, measured before anything is made of them. */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    if (depthOf(text) > DEPTH) return done(new Refusal(400, 'too-deep', 'The body is nested too deep to be read.'))
    return parse(request, text, done)
  })
}

/** How many brackets are open at once at most; those in texts don't count. Never deeper than it has to look. */
export function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let at = 0; at < text.length && deepest <= DEPTH; at++) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else if (character === '}' || character === ']') depth--
  }
  return deepest
}
