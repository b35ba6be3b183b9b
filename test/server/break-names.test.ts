import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveServer } from '../support/live-server.ts'
import { presenceIn } from '../support/raw-frames.ts'
import { addMoment, buildSession, momentsIn, newRecordId } from '../support/session-builder.ts'

test('a client id that somebody is seen under can’t be claimed by another before the first write (D2)', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const ann = await session.join((await session.sit('participant', 'Ann')).token, { ours: false })
  const eve = await session.join((await session.sit('participant', 'Eve')).token)
  ann.presence({})
  await expect.poll(() => presenceIn(eve.frames).map(({ client }) => client)).toContain(ann.doc.clientID)
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(eve.doc))
  forged.clientID = ann.doc.clientID
  const vector = Y.encodeStateVector(forged)
  addMoment(forged, newRecordId(), 'Signed: Ann')
  eve.update(Y.encodeStateAsUpdate(forged, vector))
  expect((await eve.frame(68)).fields.rule).toBe('D2')
  ann.write((doc) => addMoment(doc, newRecordId(), 'Ann herself'))
  await expect.poll(async () => (await session.content()).moments.length).toBe(11)
  expect(momentsIn(ann.doc).size).toBe(11)
  expect(ann.isOpen()).toBe(true)
})
