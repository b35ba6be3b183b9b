import { describe, expect, it } from 'vitest'
import { boardPath, pastedPath, routeOf } from '../../client/src/app/route.ts'

const at = (path: string) => routeOf(new URL(path, 'http://office:8080'))

describe('the address', () => {
  it('of a board carries its token in the fragment', () => {
    expect(at('/b/k7m2pq9rstuv#abc')).toEqual({ page: 'board', id: 'k7m2pq9rstuv', token: 'abc' })
    expect(at('/b/k7m2pq9rstuv')).toEqual({ page: 'board', id: 'k7m2pq9rstuv', token: null })
  })

  it('of anything else is the first page', () => {
    for (const path of ['/', '/b/', '/b/%2e%2e', '/b/short', '/other', '/b/k7m2pq9rstuv/more']) {
      expect(at(path)).toEqual({ page: 'home' })
    }
  })

  it('never has the token before the fragment', () => {
    const path = boardPath(routeBoard('k7m2pq9rstuv'), 'secret')
    expect(path.split('#')[0]).not.toContain('secret')
  })
})

describe('a pasted link', () => {
  it.each([
    ['http://office:8080/b/k7m2pq9rstuv#abc-_1', '/b/k7m2pq9rstuv#abc-_1'],
    ['  office:8080/b/k7m2pq9rstuv#abc\n', '/b/k7m2pq9rstuv#abc'],
    ['/b/k7m2pq9rstuv', '/b/k7m2pq9rstuv'],
    ['hello', null],
    ['https://office/b/x#y', null],
    ['', null],
  ])('%j leads to %j', (pasted, path) => {
    expect(pastedPath(pasted)).toBe(path)
  })
})

function routeBoard(id: string) {
  const route = at(`/b/${id}`)
  if (route.page !== 'board') throw new Error('not a board')
  return route.id
}
