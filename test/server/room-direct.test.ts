import { updateKey } from '@momentous/shared/wire/update-key'
import { expect, test } from 'vitest'
import { liveServer } from '../support/live-server.ts'
import { addMoment, buildSession, momentsIn, newRecordId } from '../support/session-builder.ts'

test('a direct change reaches the others and is acknowledged to its author alone', async () => {
  const { origin } = await liveServer()
  const session = await buildSession(origin)
  await session.go('post')
  const [ann, bob] = await Promise.all([session.sit('participant', 'Ann'), session.sit('participant', 'Bob')])
  const [writer, reader] = await Promise.all([session.join(ann.token), session.join(bob.token)])
  const id = newRecordId()
  const update = writer.write((doc) => addMoment(doc, id, 'Finds the door locked'))
  const key = updateKey(update)
  await writer.frame(67, ({ keys }) => keys.includes(key))
  await reader.until((doc) => momentsIn(doc).has(id))
  expect(momentsIn(reader.doc).get(id)?.get('text')?.toString()).toBe('Finds the door locked')
  expect(reader.frames.some((frame) => frame.number === 67 && frame.fields.keys.includes(key))).toBe(false)
  expect(writer.isOpen()).toBe(true)
  expect((await session.content()).moments).toHaveLength(11)
})
