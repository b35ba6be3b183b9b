import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { updateKey } from '@momentous/shared/wire/update-key'
import { expect, test, vi } from 'vitest'
import { data, spoilPage } from '../support/kept-boards.ts'
import { liveServer } from '../support/live-server.ts'
import { rawClient } from '../support/raw-client.ts'
import { serverProcess } from '../support/server-process.ts'
import {
  addMoment,
  buildSession,
  momentsIn,
  newRecordId,
  sessionOf,
  type TestSession,
} from '../support/session-builder.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 40_000 })

/** Two boards with some notes each, on a disk whose server has stopped. */
async function stopped() {
  const folder = tempFolder()
  const server = await liveServer(() => ({}), folder)
  const boards: TestSession[] = []
  for (const name of ['BROKEN', 'WHOLE']) {
    const session = await buildSession(server.origin)
    await session.go('post')
    const client = await session.join((await session.sit('participant', 'Ann')).token)
    for (let note = 0; note < 45; note++) {
      const update = client.write((doc) => addMoment(doc, newRecordId(), `${name} ${note} ${'x'.repeat(100)}`))
      await client.frame(67, ({ keys }) => keys.includes(updateKey(update)))
    }
    client.close()
    boards.push(session)
  }
  await server.stop()
  const [broken, whole] = boards
  if (broken === undefined || whole === undefined) throw new Error('There are no boards.')
  return { folder, home: join(folder, 'data'), broken, whole }
}

const sql = (home: string, statement: string, ...values: string[]): void => {
  const db = new DatabaseSync(join(home, 'momentous.db'))
  // What is in the journal comes into the file, so that a page of it can be spoilt.
  db.exec('pragma wal_checkpoint(truncate)')
  db.prepare(statement).run(...values)
  db.close()
}

const epochOf = async (session: TestSession): Promise<number> =>
  (await (await session.join(session.tokens.observer)).frame(64)).fields.epoch

test.each([
  [
    'row',
    ({ home, broken }: Awaited<ReturnType<typeof stopped>>) =>
      sql(
        home,
        `update log set bytes = x'00' where board = ? and seq = (select max(seq) from log where board = ?)`,
        broken.board,
        broken.board,
      ),
  ],
  [
    'page',
    ({ home }: Awaited<ReturnType<typeof stopped>>) => (
      sql(home, `delete from snapshot`),
      spoilPage(home, 'BROKEN 23')
    ),
  ],
])(
  'a damaged %s closes its board with its own code and a sentence, the other goes on; a repair opens it again',
  async (_, spoil) => {
    const left = await stopped()
    const { home, folder, broken, whole } = left
    spoil(left)
    const server = await liveServer(() => ({}), folder)
    const [there, other] = [broken, whole].map(({ board, tokens }) => sessionOf(server.origin, board, tokens))
    if (there === undefined || other === undefined) throw new Error('There are no boards.')
    for (let time = 0; time < 2; time++) {
      expect(await rawClient(server.origin, broken.board, broken.tokens.facilitator).closed).toBe(4530)
    }
    const refused = await fetch(`${server.origin}/api/boards/${broken.board}`, {
      headers: { authorization: `Bearer ${broken.tokens.facilitator}` },
    })
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({
      error: {
        code: 'damaged-board',
        message: expect.stringMatching(/^This board can’t be read: .* Other boards are not affected\.$/),
      },
    })
    const client = await other.join((await other.sit('participant', 'Bob')).token)
    const update = client.write((doc) => addMoment(doc, newRecordId(), 'Goes on'))
    await client.frame(67, ({ keys }) => keys.includes(updateKey(update)))
    const before = await epochOf(other)
    await server.stop()

    expect((await data(home, 'check')).said).toContain(`${broken.board}: damaged`)
    expect((await data(home, 'repair')).said).toMatch(new RegExp(`${whole.board}: nothing is lost`))
    const again = await liveServer(() => ({}), folder)
    const repaired = sessionOf(again.origin, broken.board, broken.tokens)
    const notes = (await repaired.content()).moments.length
    expect(notes).toBeGreaterThanOrEqual(15)
    expect(momentsIn((await repaired.join(broken.tokens.facilitator)).doc).size).toBe(notes)
    expect(await epochOf(sessionOf(again.origin, whole.board, whole.tokens))).toBe(before)
    expect((await data(home, 'check')).code).toBe(0)
  },
)

test.each([
  ['overwritten', (path: string) => writeFileSync(path, 'Dear dentist, '.repeat(2000))],
  ['cut to half a page', (path: string) => truncateSync(path, 2000)],
])(
  'a database that is %s: the server does not start and says what to do; a repair brings every board back',
  async (_, spoil) => {
    const { home, folder, broken, whole } = await stopped()
    const path = join(home, 'momentous.db')
    const bytes = readFileSync(path)
    spoil(path)
    const refused = await serverProcess({ DATA: home })
    expect([refused.origin, await refused.ended()]).toEqual([null, 1])
    expect(refused.complaints()).toMatch(
      /^The database in the data folder can’t be read\. Run “npm run data -- repair”/,
    )
    expect(refused.complaints().trim().split('\n')).toHaveLength(1)
    expect((await data(home, 'repair')).said).toContain('The damaged database lies in momentous.db.damaged-')
    const server = await liveServer(() => ({}), folder)
    for (const session of [broken, whole]) {
      const { moments } = await sessionOf(server.origin, session.board, session.tokens).content()
      expect(moments.length).toBeGreaterThanOrEqual(10)
    }
    expect(bytes.length).toBeGreaterThan(0)
  },
)
