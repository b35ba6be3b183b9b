import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashOf } from '../../client/src/model/image-api.ts'
import { createPictures } from '../../client/src/model/pictures.ts'

const bitmap = () => ({ width: 1, height: 1, close: () => undefined }) as ImageBitmap
const desk = { bring: () => Promise.resolve({ state: 'there' } as const), say: () => undefined }

describe('the images of a board', () => {
  afterEach(() => void vi.useRealTimers())

  it('are loaded once, when they are first looked at, and then told of', async () => {
    const asked: string[] = []
    const one = bitmap()
    const pictures = createPictures({
      ...desk,
      load(hash) {
        asked.push(hash)
        return Promise.resolve(one)
      },
    })
    const told: string[] = []
    pictures.subscribe((hash) => told.push(hash))
    expect([pictures.get('a'), pictures.get('a')]).toEqual(['loading', 'loading'])
    await vi.waitFor(() => expect(told).toEqual(['a']))
    expect(pictures.get('a')).toBe(one)
    expect(asked).toEqual(['a'])
  })

  it('that are not to be had are asked for again after a while', async () => {
    vi.useFakeTimers()
    let there = false
    const pictures = createPictures({ ...desk, load: () => Promise.resolve(there ? bitmap() : null) })
    pictures.get('a')
    await vi.advanceTimersByTimeAsync(1)
    expect(pictures.get('a')).toBe('missing')
    there = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(pictures.get('a')).toBe('loading')
    await vi.advanceTimersByTimeAsync(1)
    expect(typeof pictures.get('a')).toBe('object')
  })

  it('have the name that the server gives them too', () => {
    const bytes = new TextEncoder().encode('a shop window')
    expect(hashOf(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  })
})
