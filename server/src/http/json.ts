import { nestingOf } from '@momentous/shared/imports/nesting'
import type { FastifyInstance } from 'fastify'
import { Refusal } from './refusal.ts'

/** How deep a body may be nested: commands need four. */
const DEPTH = 32

/** JSON bodies, measured before anything is made of them. */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    if (nestingOf(text, DEPTH) > DEPTH)
      return done(new Refusal(400, 'too-deep', 'The body is nested too deep to be read.'))
    return parse(request, text, done)
  })
}
