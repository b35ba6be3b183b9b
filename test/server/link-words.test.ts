import { closeReasons } from '@momentous/shared/wire/close-reasons'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { liveServer } from '../support/live-server.ts'
import { goodbye } from '../support/raw-goodbye.ts'
import { buildSession } from '../support/session-builder.ts'

test('a removed seat, a renewed link and a closed door each have words of their own, open and on coming back (S4)', async () => {
  const session = await buildSession((await liveServer()).origin)
  const [fay, ann, bob] = [
    await session.sit('facilitator', 'Fay'),
    await session.sit('participant', 'Ann'),
    await session.sit('participant', 'Bob'),
  ]
  const sockets = { ann: goodbye(session, ann.token), bob: goodbye(session, bob.token) }
  await Promise.all([sockets.ann.open, sockets.bob.open])
  const door = (token: string) =>
    ask(session.origin, 'GET', `/api/boards/${session.board}/door`, token).then(({ status, json }) => ({
      status,
      code: json.error?.code,
    }))

  await session.done(fay.token, 'remove-seat', { seat: ann.id })
  const removed = { code: 4401, reason: closeReasons.seatRemoved }
  expect(await sockets.ann.closed).toEqual(removed)
  expect(await goodbye(session, ann.token).closed).toEqual(removed)
  expect(await door(ann.token)).toEqual({ status: 410, code: 'seat-removed' })

  await session.done(fay.token, 'set-door', { open: false })
  const shut = { code: 4401, reason: closeReasons.doorClosed }
  expect(await goodbye(session, session.tokens.participant).closed).toEqual(shut)

  await ask(session.origin, 'POST', `/api/boards/${session.board}/links`, fay.token, {
    do: 'renew',
    role: 'participant',
  })
  const renewed = { code: 4401, reason: closeReasons.linkClosed }
  expect(await sockets.bob.closed).toEqual(renewed)
  expect(await goodbye(session, bob.token).closed).toEqual(renewed)
  expect(await goodbye(session, session.tokens.participant).closed).toEqual(renewed)
  expect(await door(bob.token)).toEqual({ status: 410, code: 'closed' })
  expect(await goodbye(session, 'aaaaaaaaaaaaaaaaaaaaaaaaaaa').closed).toMatchObject({
    reason: closeReasons.unknownLink,
  })
})
