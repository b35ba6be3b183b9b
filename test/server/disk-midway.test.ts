import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { updateKey } from '@momentous/shared/wire/update-key'
import { expect, test } from 'vitest'
import { data } from '../support/kept-boards.ts'
import { serverProcess } from '../support/server-process.ts'
import { addMoment, buildSession, momentsIn, newRecordId, sessionOf } from '../support/session-builder.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** From now on the system refuses this process every write to a file, or none; false where that can't be set. */
function refuseWrites(pid: number, refuse: boolean): boolean {
  const limit = `--fsize=${refuse ? 0 : 'unlimited'}:unlimited`
  return spawnSync('prlimit', [`--pid=${pid}`, limit], { stdio: 'ignore' }).status === 0
}

test(
  'a disk that takes nothing any more while people work: they are told, nothing is accepted, reading goes on, and it all resumes',
  { timeout: 90_000 },
  async ({ skip }) => {
    const home = join(tempFolder(), 'data')
    const server = await serverProcess({ DATA: home, LOG: 'error' })
    const session = await buildSession(server.origin ?? '')
    await session.go('post')
    const [ann, bob] = [await session.sit('participant', 'Ann'), await session.sit('participant', 'Bob')]
    const [writer, reader] = [await session.join(ann.token), await session.join(bob.token)]
    const add = (text: string) => {
      const id = newRecordId()
      return { id, key: updateKey(writer.write((doc) => addMoment(doc, id, text))) }
    }
    const before = add('On the disk')
    await reader.until((doc) => momentsIn(doc).has(before.id))

    if (!refuseWrites(server.pid, true)) return skip('Nothing here can take the right to write from a process.')
    const during = add('Waits')
    await reader.frame(69, ({ writable }) => writable === false)
    const { facilitator, observer } = session.tokens
    const asked = await session.command(facilitator, 'set-timer', { seconds: 60 })
    expect(asked.status).toBe(503)
    const newcomer = await session.join(observer)
    expect([before, during].map(({ id }) => momentsIn(newcomer.doc).has(id))).toEqual([true, false])
    const heard = () => writer.frames.some(({ number, fields }) => number === 67 && fields.keys.includes(during.key))
    expect(heard()).toBe(false)

    refuseWrites(server.pid, false)
    await writer.frame(67, ({ keys }) => keys.includes(during.key))
    await reader.until((doc) => momentsIn(doc).has(during.id))
    await reader.frame(69, ({ writable }) => writable)
    expect([writer, reader, newcomer].map((client) => client.isOpen())).toEqual([true, true, true])

    await server.end('SIGKILL')
    expect((await data(home, 'check')).code).toBe(0)
    const again = await serverProcess({ DATA: home, LOG: 'error' })
    const { moments } = await sessionOf(again.origin ?? '', session.board, session.tokens).content()
    const kept = moments.map(({ id }: { id: string }) => id)
    expect(kept).toEqual(expect.arrayContaining([before.id, during.id]))
  },
)
