import { WebSocket } from 'ws'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createBackoff } from '../../client/src/model/backoff.ts'
import { liveServer } from '../support/live-server.ts'
import { readRaw, sync, takeSync } from '../support/raw-frames.ts'
import { addMoment, buildSession, momentsIn, newRecordId, sessionOf } from '../support/session-builder.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** As many as `npm test` has the time for; more by hand. */
const PEOPLE = Number(process.env['PEOPLE'] ?? 120)

/** A page that comes back as our client does, at a moment of its own, with the document that it had. */
function page(where: () => string, board: string, token: string) {
  const doc = new Y.Doc()
  const backoff = createBackoff()
  const codes: number[] = []
  const heard = { document: 0, people: 0, greeted: false }
  let socket: WebSocket
  let timer: NodeJS.Timeout | null = null
  function connect(): void {
    heard.greeted = false
    socket = new WebSocket(`${where().replace('http', 'ws')}/sync/${board}`, [
      'momentous.v1',
      'momentous.presence',
      `cap.${token}`,
    ])
    socket.on('error', () => undefined)
    socket.on('open', () => socket.send(sync(0, Y.encodeStateVector(doc))))
    socket.on('message', (data: Buffer) => {
      const { number } = readRaw(data)
      if (number === 0) heard.document += data.length
      if (number === 70) heard.people += data.length
      heard.greeted ||= number === 64
      const answer = takeSync(doc, data)
      if (answer !== null) socket.send(answer)
    })
    socket.on('close', (code) => {
      heard.greeted = false
      codes.push(code)
      timer = setTimeout(connect, backoff.next())
    })
  }
  connect()
  onTestFinished(() => {
    if (timer !== null) clearTimeout(timer)
    socket.removeAllListeners('close').terminate()
    doc.destroy()
  })
  return { doc, codes, heard }
}

test(
  `a server that starts again under ${PEOPLE} open pages: all of them come back, nobody is turned away, and it costs what a page costs`,
  { timeout: 180_000 },
  async () => {
    const folder = tempFolder()
    let server = await liveServer(undefined, folder)
    const session = await buildSession(server.origin)
    await session.go('post')
    const seats = await Promise.all(
      Array.from({ length: PEOPLE }, (_, at) => session.sit('participant', `Person ${at}`)),
    )
    const pages = seats.map(({ token }) => page(() => server.origin, session.board, token))
    const leader = await session.sit('facilitator', 'Lee')
    const writing = await session.join(leader.token)
    const here = (count: number) =>
      pages.filter(({ doc, heard }) => heard.greeted && momentsIn(doc).size === count).length
    const write = async (client: typeof writing, text: string) => {
      for (let at = 0; at < 100; at++)
        client.write((doc) => addMoment(doc, newRecordId(), `${text} ${at} ${'x'.repeat(200)}`))
    }
    await write(writing, 'Before')
    await expect.poll(() => here(110), { timeout: 60_000 }).toBe(PEOPLE)

    const board = Y.encodeStateAsUpdate(writing.doc).length
    for (const { heard } of pages) Object.assign(heard, { document: 0, people: 0 })
    const from = performance.now()
    await server.stop()
    server = await liveServer(undefined, folder)
    const up = performance.now()
    await expect.poll(() => here(110), { timeout: 60_000, interval: 20 }).toBe(PEOPLE)
    const back = performance.now()
    const sum = (of: 'document' | 'people') => pages.reduce((all, { heard }) => all + heard[of], 0)
    const codes = new Set(pages.flatMap((each) => each.codes))
    if (process.env['PEOPLE'] !== undefined)
      process.stdout.write(
        `${JSON.stringify({ down: up - from, back: back - up, document: sum('document') / PEOPLE, people: sum('people') / PEOPLE, board })}\n`,
      )

    // Told to come back, and before there was a server again nobody home; never that there are too many of them.
    expect([...codes].filter((code) => code !== 1012 && code !== 1006)).toEqual([])
    // They bring what they had: nobody is sent the board once more.
    expect(sum('document') / PEOPLE).toBeLessThan(board / 3)
    // Who is here is told to each at the door, and to all of them together no faster than they could read it.
    expect(sum('people')).toBeLessThan(PEOPLE * PEOPLE * 200 + (back - from) * 2_500)
    const again = sessionOf(server.origin, session.board, session.tokens)
    await write(await again.join(leader.token), 'After')
    await expect.poll(() => here(210), { timeout: 60_000 }).toBe(PEOPLE)
  },
)
