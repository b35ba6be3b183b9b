import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { closeWithLastAnswers } from '../../server/src/http/last-answers.ts'

/** A server with one question under way, which is answered when the test says so. */
async function asked(patience: number) {
  const app = Fastify()
  closeWithLastAnswers(app, patience)
  const begun = Promise.withResolvers<void>()
  const end = Promise.withResolvers<string>()
  const stops = Promise.withResolvers<void>()
  app.addHook('preClose', async () => stops.resolve())
  app.get('/', () => {
    begun.resolve()
    return end.promise
  })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const answer = fetch(origin).catch((error: unknown) => error)
  await begun.promise
  return { app, answer, stops: stops.promise, end: () => end.resolve('done') }
}

it('a server that stops gives its last answers, and lets go of who got them', async () => {
  const { app, answer, stops, end } = await asked(60_000)
  const closed = app.close()
  await stops
  end()
  const last = (await answer) as Response
  expect([last.status, last.headers.get('connection'), await last.text()]).toEqual([200, 'close', 'done'])
  await closed
})

it('who still waits after a while is cut off', async () => {
  const { app, answer } = await asked(50)
  await app.close()
  expect(await answer).toBeInstanceOf(TypeError)
})
