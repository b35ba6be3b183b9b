import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shellPath, type Asked } from '../../client/worker/shell-path.ts'
import { root } from '../support/sources.ts'

const HERE = 'https://wall.example'
const files = new Set(['/', '/assets/index-abc.js', '/mark.svg'])
const asked = (url: string, rest: Partial<Asked> = {}): Asked => ({ method: 'GET', mode: 'cors', url, ...rest })
const answer = (url: string, rest?: Partial<Asked>) => shellPath(asked(`${HERE}${url}`, rest), HERE, files)

describe('what the device answers by itself', () => {
  it.each([
    ['the front door', '/'],
    ['a board', '/b/k7m2pq9rstuv'],
    ['a board with a slash', '/b/k7m2pq9rstuv/'],
    ['a link with its token', '/b/k7m2pq9rstuv#a-secret'],
    ['a link with a question', '/?from=mail'],
  ])('is the one page, for %s', (_name, url) => {
    expect(answer(url, { mode: 'navigate' })).toBe('/')
  })

  it('are the files of the application, by their names alone', () => {
    expect(answer('/assets/index-abc.js')).toBe('/assets/index-abc.js')
    expect(answer('/mark.svg?x')).toBe('/mark.svg')
  })

  it.each([
    '/api/boards',
    '/sync/k7m2pq9rstuv',
    '/metrics',
    '/healthz',
    '/readyz',
    '/sw.js',
    '/assets/index-old.js',
    '/',
  ])('is never %s', (url) => {
    expect(answer(url)).toBeNull()
  })

  it.each(['/api/boards/k7m2pq9rstuv/form.csv', '/metrics', '/b/k7m2pq9rstuv/more', '/elsewhere'])(
    'is no page at %s',
    (url) => {
      expect(answer(url, { mode: 'navigate' })).toBeNull()
    },
  )

  it('is nothing that is sent, and nothing of another house', () => {
    expect(answer('/mark.svg', { method: 'POST' })).toBeNull()
    expect(shellPath(asked('https://elsewhere.example/mark.svg'), HERE, files)).toBeNull()
  })
})

describe('the application that a system installs', () => {
  const folder = join(root, 'client', 'public')
  const manifest = JSON.parse(readFileSync(join(folder, 'app.webmanifest'), 'utf8')) as {
    icons: { src: string; sizes: string; purpose?: string }[]
    background_color: string
    theme_color: string
  }
  const tokens = readFileSync(join(root, 'client', 'src', 'theme', 'tokens.css'), 'utf8')

  it('has icons of the sizes that it names, one of them for systems that cut their own shape', () => {
    const drawn = manifest.icons.filter(({ src }) => src.endsWith('.png'))
    for (const { src, sizes } of drawn) {
      const bytes = readFileSync(join(folder, src))
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    }
    expect(drawn.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512'])
    expect(drawn.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1)
  })

  it('has the colours of the house', () => {
    expect(tokens).toContain(`--paper: ${manifest.background_color};`)
    expect(tokens).toContain(`--paper: ${manifest.theme_color};`)
    expect(readFileSync(join(folder, 'mark.svg'), 'utf8')).toContain(/--accent: (#\w+);/.exec(tokens)?.[1])
  })
})
