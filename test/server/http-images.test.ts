import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kindOfImage } from '../../server/src/http/image-kind.ts'
import { httpServer } from '../support/http-server.ts'
import { pngHeader } from '../support/image-headers.ts'
import { readDocx } from '../support/read-docx.ts'
import { root } from '../support/sources.ts'

/** A PNG up to its size, and something behind it. */
function png(filling: string, [width, height]: readonly [number, number] = [40, 30]): Buffer {
  return Buffer.concat([pngHeader(width, height), Buffer.from(filling)])
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function brought() {
  const server = await httpServer()
  const board = await server.board()
  const { path, tokens } = board
  await server.ask('POST', `${path}/commands`, tokens.facilitator, { name: 'move-phase', args: { to: 'post' } })
  const put = (bytes: Buffer, token: string | null = tokens.participant, name = hashOf(bytes), type = 'image/png') =>
    fetch(`${server.origin}${path}/images/${name}`, {
      method: 'PUT',
      headers: { 'content-type': type, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: new Uint8Array(bytes),
    })
  const get = (name: string, token: string | null) =>
    fetch(`${server.origin}${path}/images/${name}`, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    })
  return { ...server, ...board, put, get }
}

const sentenceOf = async (response: Response): Promise<string> => {
  const told: { error: { message: string } } = JSON.parse(await response.text())
  return told.error.message
}

test('a picture is kept under the hash of what is in it, for those who have a way in', async () => {
  const { put, get, tokens } = await brought()
  const picture = png('a shop window')
  expect((await put(picture)).status).toBe(204)
  expect((await put(picture)).status).toBe(204)
  const seen = await get(hashOf(picture), tokens.observer)
  expect(Buffer.from(await seen.arrayBuffer())).toEqual(picture)
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'attachment',
    'content-security-policy': `default-src 'none'; sandbox`,
    'x-content-type-options': 'nosniff',
  })
  expect((await get(hashOf(picture), null)).status).toBe(401)
  expect((await get(hashOf(png('another')), tokens.observer)).status).toBe(404)
  expect((await get('not-a-hash', tokens.observer)).status).toBe(404)
})

test('what is no picture, is another one, or is too large is refused with a sentence', async () => {
  const { put } = await brought()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  expect((await put(svg)).status).toBe(422)
  expect((await put(svg, undefined, undefined, 'image/svg+xml')).status).toBe(415)
  const other = await put(png('one'), undefined, hashOf(png('two')))
  expect([other.status, await sentenceOf(other)]).toEqual([422, 'The picture is not the one that the address names.'])
  expect((await put(png('x'.repeat(300_000)))).status).toBe(413)
})

test('a picture that would take too much memory once it is unpacked is refused, however small its file', async () => {
  const { put } = await brought()
  expect((await put(png('', [4000, 4000]))).status).toBe(204)
  const large = await put(png('', [4000, 4001]))
  const sentence = 'The picture has more than 16 million pixels. Make it smaller and bring it again.'
  expect([large.status, await sentenceOf(large)]).toEqual([422, sentence])
  const mute = await put(png('').subarray(0, 20))
  expect([mute.status, await sentenceOf(mute)]).toEqual([
    422,
    'The picture doesn’t say how large it is. Save it anew and bring that file.',
  ])
})

test('pictures come from those who may draw, when drawing is open (K1, L1)', async () => {
  const { put, path, tokens, ask } = await brought()
  expect((await put(png('one'), tokens.observer)).status).toBe(403)
  expect((await put(png('one'), null)).status).toBe(401)
  await ask('POST', `${path}/commands`, tokens.facilitator, { name: 'move-phase', args: { to: 'lobby' } })
  const early = await put(png('one'), tokens.participant)
  expect(early.status).toBe(403)
  expect(await sentenceOf(early)).toMatch(/^Ink and shapes.*\.$/)
})

test('nothing of a picture stays when its board is deleted', async () => {
  const { put, get, path, tokens, ask } = await brought()
  const picture = png('one')
  await put(picture)
  await ask('DELETE', path, tokens.facilitator)
  expect((await get(hashOf(picture), tokens.facilitator)).status).toBe(404)
})

test('a picture is known by its first bytes', () => {
  const kinds = [png(''), Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('RIFF1234WEBPVP8 '), Buffer.from('GIF89a')]
  expect([...kinds, Buffer.from('')].map(kindOfImage)).toEqual(['image/png', 'image/jpeg', 'image/webp', null, null])
})

test('who steers brings the firm’s logo at any time, and the documents have it', async () => {
  const { ask, board, origin } = await httpServer()
  const { path, tokens } = await board()
  const logo = readFileSync(join(root, 'client/public/icon-192.png'))
  const bring = (token: string) =>
    fetch(`${origin}${path}/images/${hashOf(logo)}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/png', authorization: `Bearer ${token}` },
      body: new Uint8Array(logo),
    })
  // The board is still in its lobby, where nobody draws.
  expect((await bring(tokens.participant)).status).toBe(403)
  expect((await bring(tokens.facilitator)).status).toBe(204)
  const whose = { firm: 'Russel & Partners', logo: hashOf(logo) }
  await ask('POST', `${path}/commands`, tokens.facilitator, { name: 'set-session', args: whose })
  const document = await fetch(`${origin}${path}/form.docx`, {
    headers: { authorization: `Bearer ${tokens.observer}` },
  })
  const { parts } = readDocx(new Uint8Array(await document.arrayBuffer()))
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  expect(Object.values(parts).join('')).toContain('Russel &amp; Partners')
  expect((await ask('GET', `${path}/form.html`, tokens.observer)).text).toContain('Russel &amp; Partners')
})
