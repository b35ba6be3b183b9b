import { describe, expect, it, vi } from 'vitest'
import type { KeptPictures } from '../../client/src/model/kept-pictures.ts'
import { createWaitingPictures } from '../../client/src/model/waiting-pictures.ts'

/** A device with its storage, and a network that a test takes away. */
function device() {
  const shelf = new Map<string, Blob>()
  const board = new Map<string, Blob>()
  const said: string[] = []
  const changed: string[] = []
  let answer: string | null = ''
  let back: () => void = () => undefined
  const kept: KeptPictures = {
    all: async () => Array.from(shelf, ([hash, image]) => ({ hash, image })),
    put: async ({ hash, image }) => void shelf.set(hash, image),
    remove: async (hash) => void shelf.delete(hash),
  }
  const open = () =>
    createWaitingPictures({
      kept,
      async send(hash, image) {
        if (answer === null) board.set(hash, image)
        return answer
      },
      say: (sentence) => void said.push(sentence),
      changed: (hash) => void changed.push(hash),
      onReturn(listener) {
        back = listener
        return () => (back = () => undefined)
      },
    })
  return {
    ...{ shelf, board, said, changed, open },
    /** From now on the board answers like this. */
    answers(now: string | null) {
      answer = now
      back()
    },
  }
}
const picture = new Blob(['a shop window'])

describe('pictures on their way to a board', () => {
  it('are there at once where there is a network', async () => {
    const it = device()
    it.answers(null)
    expect(await it.open().bring('a', picture)).toEqual({ state: 'there' })
    expect([...it.board.keys()]).toEqual(['a'])
    expect(it.shelf.size).toBe(0)
  })

  it('wait without one, are shown from here, and go up when it is back', async () => {
    const it = device()
    const pictures = it.open()
    expect(await pictures.bring('a', picture)).toEqual({ state: 'waits' })
    expect(pictures.own('a')).toBe(picture)
    expect([...it.shelf.keys()]).toEqual(['a'])
    it.answers(null)
    await vi.waitFor(() => expect([...it.board.keys()]).toEqual(['a']))
    await vi.waitFor(() => expect(it.said).toEqual(['The picture that waited is on the board now.']))
    expect([pictures.own('a'), it.shelf.size]).toEqual([undefined, 0])
  })

  it('go up after a reload too, all of them, and say so once', async () => {
    const it = device()
    const before = it.open()
    await before.bring('a', picture)
    await before.bring('b', picture)
    before.close()
    it.answers(null)
    it.open()
    await vi.waitFor(() => expect(it.said).toEqual(['2 pictures that waited are on the board now.']))
    expect([...it.board.keys()]).toEqual(['a', 'b'])
    expect(it.shelf.size).toBe(0)
  })

  it('are asked for again for a while when nobody tells of a network', async () => {
    vi.useFakeTimers()
    const it = device()
    await it.open().bring('a', picture)
    it.answers('')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(it.board.size).toBe(0)
    // The board can be asked again, and nobody tells.
    const quiet = it.said.length
    it.answers(null)
    await vi.advanceTimersByTimeAsync(20_000)
    expect([it.board.size, it.said.length - quiet]).toEqual([1, 1])
    vi.useRealTimers()
  })

  it('that are refused are not kept, and the reason is told', async () => {
    const it = device()
    it.answers('This board holds as many pictures as it can.')
    const pictures = it.open()
    expect(await pictures.bring('a', picture)).toEqual({
      state: 'refused',
      reason: 'This board holds as many pictures as it can.',
    })
    it.answers('')
    await pictures.bring('b', picture)
    it.answers('This board holds as many pictures as it can.')
    await vi.waitFor(() => expect(it.shelf.size).toBe(0))
    expect(it.said).toEqual(['A picture that waited could not go up. This board holds as many pictures as it can.'])
  })
})
