import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createHash } from 'node:crypto'
import { idOfSecret } from '@momentous/shared/domain/secret'
import { expect, test, vi } from 'vitest'
import { fastClock } from '../support/fast-clock.ts'
import { filesWith } from '../support/folder-bytes.ts'
import { data } from '../support/kept-boards.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, settled, type Seat } from '../support/session-builder.ts'
import { copyLivingFolder } from '../support/living-files.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 150_000 })
const WAIT = { timeout: 60_000, interval: 100 }

const names = ['Annabelle', 'Bobolink', 'Cemetery']
const secretOf = (text: string): string => `what a device keeps of ${text}`

/** A server with a session of three, and what an operator may copy of it at any moment. */
async function operated() {
  const folder = tempFolder()
  const clock = fastClock(20)
  const server = await liveServer(() => clock, folder)
  const session = await buildSession(server.origin)
  const seats: Seat[] = []
  for (const name of names) seats.push(await session.sit('participant', name))
  const home = join(folder, 'data')
  let copies = 0
  /** A backup, and the boards' own files, as they are now. */
  async function copied(): Promise<string> {
    const name = `copy-${++copies}.db`
    const { code, here } = await data(home, 'backup', name)
    expect(code).toBe(0)
    const to = join(here, `all-${copies}`)
    mkdirSync(to)
    copyFileSync(join(here, name), join(to, name))
    const files = () => filesWith(home, session.board).filter((path) => path.endsWith('.snapshot'))
    await expect.poll(files, WAIT).toHaveLength(1)
    copyLivingFolder(join(home, 'boards'), to, () => true)
    expect(readdirSync(to).length).toBeGreaterThan(1)
    return to
  }
  return { clock, session, seats, copied }
}

/** Every way in which somebody could stand beside a thing that was said. */
const signsOf = ({ id, token }: Seat): readonly string[] => [
  id,
  token,
  createHash('sha256').update(token).digest('base64url'),
  createHash('sha256').update(token).digest('hex'),
]

/** Rows of a backup in which a seat stands beside any of these words, or that are of the vault. */
function telling(copy: string, seats: readonly Seat[], words: readonly string[]): readonly string[] {
  const file = readdirSync(copy).find((name) => name.endsWith('.db')) ?? ''
  const db = new DatabaseSync(join(copy, file), { readOnly: true })
  const tables = db.prepare("select name from sqlite_schema where type = 'table'").all()
  const found = tables.flatMap(({ name }) =>
    db
      .prepare(`select * from ${String(name)}`)
      .all()
      .flatMap((row) => {
        const written = Object.values(row).map((value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
        )
        const has = (sign: string): boolean => written.some((value) => value.includes(sign))
        if (name === 'vault') return [`a row of the vault`]
        if (!words.some(has)) return []
        return [...names, ...seats.flatMap(signsOf)].flatMap((sign) =>
          has(sign) ? [`${sign} in ${String(name)}`] : [],
        )
      }),
  )
  db.close()
  return found
}

test('a backup in mid-Ideas, and the boards’ own files then, hold nothing that waits and nobody beside what is out', async () => {
  const { clock, session, seats, copied } = await operated()
  await session.go('ideas')
  const moment: string = (await session.content()).session.shortlist.moments[0]
  const say = (seat: Seat | undefined, text: string) =>
    session.done(seat?.token ?? '', 'raise-idea', { id: idOfSecret<string>(secretOf(text)), moment, text })
  for (const [at, seat] of seats.entries()) await say(seat, `Out already ${at}`)
  await expect.poll(async () => (await session.content()).ideas.length, WAIT).toBe(3)
  // What is said from now on waits until the copy is made.
  clock.hold()
  await session.done(seats[0]?.token ?? '', 'raise-concern', {
    id: idOfSecret<string>(secretOf('dread')),
    moment,
    idea: null,
    text: 'Waits dreadfully',
  })
  await say(seats[1], 'Waits hopefully')
  await session.done(seats[2]?.token ?? '', 'edit-idea', { secret: secretOf('Out already 2'), text: 'Waits anew' })
  const copy = await copied()
  for (const words of ['Waits dreadfully', 'Waits hopefully', 'Waits anew', secretOf('')])
    expect(filesWith(copy, words), words).toEqual([])
  // What the copy is there for is in it.
  expect(filesWith(copy, 'Out already 1')).not.toEqual([])
  expect(telling(copy, seats, ['Out already', 'raise-'])).toEqual([])
})

test('a backup in mid-vote, and one while a moment is graded, hold no ballot, no grade and no key of one', async () => {
  const { session, seats, copied } = await operated()
  await session.go('choose')
  const [{ id: chosen }] = (await session.content()).moments
  for (const { token } of seats) await session.done(token, 'cast-ballot', { round: 1, dots: { [chosen]: 2 } })
  const voting = await copied()
  await session.go('assess')
  await settled(session.content)
  const { facilitator } = session.tokens
  const moment: string = (await session.content()).session.shortlist.moments[0]
  await session.done(facilitator, 'open-assessment', { moment })
  const typed = { root: 'assessments', id: moment, key: 'expectation', index: 0, remove: 0, insert: 'Soon' }
  await session.done(facilitator, 'edit-text', typed)
  await session.done(facilitator, 'open-grading', { moment })
  for (const { token } of seats) await session.done(token, 'grade-moment', { moment, round: 1, ranking: 'miserable' })
  const grading = await copied()
  for (const copy of [voting, grading]) {
    for (const words of ['"ballot"', '"kind":"grade"', 'miserable', 'own.'])
      expect(filesWith(copy, words), words).toEqual([])
    expect(telling(copy, seats, ['cast-ballot', 'grade-moment'])).toEqual([])
    const whole = readdirSync(copy)
      .map((name) => readFileSync(join(copy, name), 'latin1'))
      .join('')
    // A seat's token itself is nowhere, and no two copies can be laid over each other by it.
    for (const { token } of seats) expect(whole.includes(token)).toBe(false)
  }
})
