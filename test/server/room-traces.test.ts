import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { idOfSecret } from '@momentous/shared/domain/secret'
import { describe, expect, test, vi } from 'vitest'
import { fastClock } from '../support/fast-clock.ts'
import { filesWith } from '../support/folder-bytes.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, sessionOf, settled, type Seat } from '../support/session-builder.ts'

/** What happens within seconds; a machine with more to do may need longer, and nothing here depends on that. */
const WAIT = { timeout: 60_000, interval: 100 }
vi.setConfig({ testTimeout: 150_000 })

async function ideas() {
  const server = await liveServer(() => fastClock(20))
  const session = await buildSession(server.origin)
  await session.go('ideas')
  const seats: Seat[] = []
  for (const name of ['Annabelle', 'Bobolink', 'Cemetery']) seats.push(await session.sit('participant', name))
  const moment: string = (await session.content()).session.shortlist.moments[0]
  const data = join(server.folder, 'data')
  const say = (seat: Seat | undefined, text: string, name = 'raise-idea') =>
    session.done(seat?.token ?? '', name, { id: idOfSecret<string>(secretOf(text)), moment, text })
  const out = async () => (await session.content()).ideas.map(({ text }: { text: string }) => text)
  const found = async (words: string) => {
    // Somebody is on the board all the while, or it would be looked after when it is opened next.
    await session.content()
    return filesWith(data, words)
  }
  return { server, session, seats, data, say, out, found }
}

const secretOf = (text: string) => `what a device keeps of ${text}`

describe('in the data folder', () => {
  test('nothing is left of an idea that was taken back, before it was out or after, nor of its former words', async () => {
    const { session, seats, say, out, found } = await ideas()
    const [ann, bob, cem] = seats
    await say(ann, 'Withdrawn unseen xylophone')
    await session.done(ann?.token ?? '', 'withdraw-idea', { secret: secretOf('Withdrawn unseen xylophone') })
    await say(ann, 'Withdrawn later zeppelin')
    await say(bob, 'Said otherwise quagmire')
    await say(cem, 'Stays as it is')
    await expect.poll(out, WAIT).toHaveLength(3)
    expect(await found('later zeppelin')).not.toEqual([])
    await session.done(ann?.token ?? '', 'withdraw-idea', { secret: secretOf('Withdrawn later zeppelin') })
    await session.done(bob?.token ?? '', 'edit-idea', { secret: secretOf('Said otherwise quagmire'), text: 'Better' })
    await expect.poll(out, WAIT).toContain('Better')
    for (const words of ['unseen xylophone', 'later zeppelin', 'otherwise quagmire', '"retracted"'])
      await expect.poll(() => found(words), WAIT).toEqual([])
    expect(await found('Stays as it is')).not.toEqual([])
  })

  test('nothing is left of it either when the server was stopped at once', async () => {
    const { server, session, seats, data, say, out } = await ideas()
    for (const [at, seat] of seats.entries()) await say(seat, `Nightingale ${at}`)
    await expect.poll(out, WAIT).toHaveLength(3)
    await session.done(seats[0]?.token ?? '', 'withdraw-idea', { secret: secretOf('Nightingale 0') })
    await expect.poll(out, WAIT).toContain('')
    await server.stop()
    expect(filesWith(data, 'Nightingale 0')).not.toEqual([])
    const again = await liveServer(() => fastClock(20), server.folder)
    const { content } = sessionOf(again.origin, session.board, session.tokens)
    const left = () => content().then(() => filesWith(data, 'Nightingale 0'))
    await expect.poll(left, WAIT).toEqual([])
    expect(filesWith(data, 'Nightingale 1')).not.toEqual([])
  })

  test('nothing is left of a ballot or a grade once they are summed', async () => {
    const server = await liveServer(() => fastClock(20))
    const session = await buildSession(server.origin)
    await session.go('choose')
    const ann = await session.sit('participant', 'Ann')
    const [{ id: moment }] = (await session.content()).moments
    await session.done(ann.token, 'cast-ballot', { round: 1, dots: { [moment]: 2 } })
    const found = () => filesWith(join(server.folder, 'data'), '"kind":"ballot"')
    expect(found()).not.toEqual([])
    await session.done(session.tokens.facilitator, 'close-vote')
    await settled(session.content)
    await expect.poll(found, WAIT).toEqual([])
    await expect.poll(() => filesWith(join(server.folder, 'data'), 'own.'), WAIT).toEqual([])
  })

  test('no row names a seat beside anything that was said, and no command can be told from another', async () => {
    const { server, session, seats, data, say, out } = await ideas()
    for (const [at, seat] of seats.entries()) await say(seat, `Said without a name ${at}`)
    await expect.poll(out, WAIT).toHaveLength(3)
    await session.done(seats[0]?.token ?? '', 'ring-bell')
    const database = new DatabaseSync(join(data, 'momentous.db'), { readOnly: true })
    const tables = database.prepare("select name, sql from sqlite_schema where type = 'table'").all()
    const people = seats.map(({ id }) => id)
    for (const { name } of tables) {
      for (const row of database.prepare(`select * from ${String(name)}`).all()) {
        const written = Object.values(row).map((value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
        )
        const says = written.some((value) => value.includes('Said without') || value.includes('ring-bell'))
        if (says) expect(written.filter((value) => people.some((person) => value.includes(person)))).toEqual([])
      }
    }
    const command = tables.find(({ name }) => name === 'command')
    expect(String(command?.['sql'])).toMatch(/without rowid/i)
    expect(Object.keys(database.prepare('select * from command').get() ?? {}).toSorted()).toEqual([
      'board',
      'era',
      'id',
    ])
    database.close()
    expect(server.logged.join('')).not.toContain('Said without')
  })
})

test('no export and no answer names anybody beside an idea', async () => {
  const { server, session, seats, say, out } = await ideas()
  for (const [at, seat] of seats.entries()) await say(seat, `Said without a name ${at}`)
  await expect.poll(out, WAIT).toHaveLength(3)
  const ways = ['', '/form.csv?sheet=extended', '/form.json?sheet=extended', '/form.md?sheet=extended', '/form.docx']
  for (const way of [...ways, '/board.json', '/door']) {
    for (const token of [session.tokens.facilitator, seats[0]?.token ?? '', session.tokens.observer]) {
      const answer = await fetch(`${server.origin}/api/boards/${session.board}${way}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const words = Buffer.from(await answer.arrayBuffer()).toString('latin1')
      const own = way === '/door' && token === seats[0]?.token ? seats.slice(1) : seats
      for (const { id } of own) expect(words, way).not.toContain(id)
      for (const name of ['Bobolink', 'Cemetery']) expect(words, way).not.toContain(name)
    }
  }
  const metrics = await (await fetch(`${server.origin}/metrics`)).text()
  for (const sign of [session.board, ...seats.map(({ id }) => id)]) expect(metrics).not.toContain(sign)
})
