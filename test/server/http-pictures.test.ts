import { setTimeout as sleep } from 'node:timers/promises'
import { boardJsonIn } from '@momentous/shared/exports/board-html'
import { readBoardJson } from '@momentous/shared/exports/board-json'
import { loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { httpServer } from '../support/http-server.ts'

test('the wall is to be had as SVG, PNG and PDF by whoever has a way in', async () => {
  const server = await httpServer()
  const { path, tokens } = await server.board({ title: 'Harbour <Street>', template: 'dentist' })
  const get = (file: string, token: string | null = tokens.observer) =>
    fetch(`${server.origin}${path}/${file}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } })

  const [svg, png, pdf] = await Promise.all(
    ['board.svg', 'board.png?scale=2&area=0,-200,300,200', 'board.pdf?pages=many'].map((file) => get(file)),
  )
  expect([svg, png, pdf].map((each) => [each?.status, each?.headers.get('content-type')])).toEqual([
    [200, 'image/svg+xml'],
    [200, 'image/png'],
    [200, 'application/pdf'],
  ])
  const drawn = (await svg?.text()) ?? ''
  expect(drawn).toContain('<title>Harbour &lt;Street&gt;</title>')
  expect(svg?.headers.get('content-disposition')).toContain(`filename*=UTF-8''Harbour%20Street%20board.svg`)
  expect(svg?.headers.get('content-security-policy')).toContain(`default-src 'none'`)
  const image = await loadImage(Buffer.from((await png?.arrayBuffer()) ?? new ArrayBuffer()))
  expect([image.width, image.height]).toEqual([600, 400])
  expect(Buffer.from((await pdf?.arrayBuffer()) ?? new ArrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')

  const kept = await get('board.html')
  expect(kept.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(readBoardJson(boardJsonIn(await kept.text()) ?? '')).toMatchObject({ ok: true })

  expect((await get('board.png', null)).status).toBe(401)
  for (const wrong of [
    'scale=9',
    'scale=much',
    'area=1,2,3',
    'area=0,0,0,10',
    'area=a,b,c,d',
    'pages=few',
    'pieces=<b>',
  ])
    expect((await get(`board.svg?${wrong}`)).status, wrong).toBe(422)
  const refusal: unknown = await (await get('board.svg?area=1,2,3')).json()
  expect(refusal).toMatchObject({
    error: { message: '“area” is x, y, width and height, written as area=0,-200,800,600.' },
  })
})

test('three pictures of a board are drawn or waited for, no more, and who leaves gives the place free', async () => {
  const server = await httpServer()
  const { path, tokens } = await server.board()
  const get = (signal: AbortSignal | null = null, file = 'board.svg') =>
    fetch(`${server.origin}${path}/${file}`, { headers: { authorization: `Bearer ${tokens.observer}` }, signal })
  const leaving = new AbortController()
  // Large enough to be still drawn when the others have left.
  const first = get(null, 'board.png?scale=2&area=0,-1000,2000,2000')
  const left = [get(leaving.signal), get(leaving.signal)].map((each) => each.catch(() => null))
  await sleep(150)
  const refused = await get()
  expect([refused.status, await refused.json()]).toEqual([
    503,
    { error: { code: 'busy', message: 'Others’ pictures are being drawn. Try again in a minute.' } },
  ])
  leaving.abort()
  expect(await Promise.all(left)).toEqual([null, null])
  await sleep(300)
  const later = await Promise.all([first, get(), get()])
  expect(later.map(({ status }) => status)).toEqual([200, 200, 200])
  // A bound that holds is no fault of the server: it is counted, and said once.
  const levels = server.logged.map((line): { level: number } => JSON.parse(line)).map(({ level }) => level)
  expect([levels.filter((level) => level === 40).length, levels.filter((level) => level > 40).length]).toEqual([1, 0])
  expect((await server.ask('GET', '/metrics')).text).toContain('momentous_busy_total 1\n')
})

test('a server that stops gives up the pictures that are drawn and wait, and every connection with its answer', async () => {
  const server = await httpServer()
  const { path, tokens } = await server.board()
  const asked = Array.from({ length: 4 }, async () => {
    const large = `${server.origin}${path}/board.png?scale=4&area=0,-1000,3000,3000`
    const answer = await fetch(large, { headers: { authorization: `Bearer ${tokens.observer}` } })
    return { answer, sentence: ((await answer.json()) as { error: { message: string } }).error.message }
  })
  // One is drawn, two wait, and the fourth is sent away.
  expect((await Promise.race(asked)).sentence).toBe('Others’ pictures are being drawn. Try again in a minute.')
  const began = performance.now()
  await server.stop()
  expect(performance.now() - began).toBeLessThan(10_000)
  const given = (await Promise.all(asked)).filter(({ sentence }) => sentence.includes('about to stop'))
  expect(given.map(({ answer }) => [answer.status, answer.headers.get('connection')])).toEqual(
    Array.from({ length: 3 }, () => [503, 'close']),
  )
})
