import type { BoardId } from '@momentous/shared/domain/id'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createBoard, describeBoard, takeSeat } from '../../client/src/model/api.ts'

const id = 'k7m2pq9rstuv' as BoardId

const answers = (status: number, body: unknown) => {
  const asked = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(async () =>
    typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status }),
  )
  vi.stubGlobal('fetch', asked)
  return asked
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the doors over HTTP', () => {
  it('send the token in a header, never in the address', async () => {
    const asked = answers(410, { error: { code: 'closed', message: 'Closed.', facilitator: 'Marian' } })
    await describeBoard(id, 'secret')
    await takeSeat(id, 'secret', { name: 'Aisha', workplace: 'office' })
    for (const [path, init] of asked.mock.calls) {
      expect(path).not.toContain('secret')
      expect(new Headers(init.headers).get('authorization')).toBe('Bearer secret')
    }
    expect(asked.mock.calls[1]?.[1].body).toBe('{"name":"Aisha","place":"office"}')
  })

  it.each([
    [410, 'closed', 'renewed'],
    [401, 'unknown-token', 'wrong'],
    [404, 'no-such-board', 'gone'],
    [403, 'door-closed', 'closed'],
    [403, 'full', 'not-allowed'],
    [429, 'too-many', 'away'],
    [503, 'busy', 'away'],
  ])('%i %s is told as %s, with the server’s sentence', async (status, code, refused) => {
    answers(status, { error: { code, message: 'A sentence.' } })
    expect(await describeBoard(id, 'secret')).toEqual({ refused, message: 'A sentence.', facilitator: null })
  })

  it('take whatever is no answer of this server for a server that is away', async () => {
    answers(200, '<html>hotel wifi</html>')
    expect(await describeBoard(id, 'secret')).toEqual({ refused: 'away', message: null, facilitator: null })
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
    expect(await createBoard({ title: 'A', why: '', template: 'empty' })).toMatchObject({ refused: 'away' })
  })

  it('take a seat with the link’s role', async () => {
    answers(201, { seat: { id: 'seatseatseat', name: 'Aisha', role: 'participant' }, token: 'mine' })
    expect(await takeSeat(id, 'secret', { name: '', workplace: null })).toEqual({
      id: 'seatseatseat',
      name: 'Aisha',
      role: 'participant',
      token: 'mine',
    })
  })
})
