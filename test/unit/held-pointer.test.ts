import { describe, expect, it } from 'vitest'
import { doAgain, type Held } from '../../client/src/tools/held.ts'
import { holdPointer } from '../../client/src/tools/held-pointer.ts'

/** What hears of pointers, as an element does. */
function surface() {
  const wall = Object.assign(new EventTarget(), { setPointerCapture: () => {} }) as unknown as HTMLElement
  return {
    wall,
    point: (type: string, buttons = 1) => wall.dispatchEvent(Object.assign(new Event(type), { buttons, pointerId: 7 })),
  }
}

describe('what hands do before the wall can do it', () => {
  it('ends, however far they moved: no finger stays on the wall that was lifted', () => {
    const { wall, point } = surface()
    const held = holdPointer(wall)
    point('pointerdown')
    for (let move = 0; move < 5000; move++) point('pointermove')
    point('pointerup', 0)
    point('pointerdown')
    point('pointercancel', 0)
    const heard: string[] = []
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'])
      wall.addEventListener(type, () => heard.push(type))
    doAgain([held])
    expect(heard.filter((type) => type !== 'pointermove')).toEqual([
      ...['pointerdown', 'pointerup', 'pointerdown', 'pointercancel'],
    ])
    expect(heard.length).toBeLessThan(2010)
    point('pointerdown')
    expect(heard.at(-1)).toBe('pointerdown')
  })

  it('is forgotten when the wheel moves the wall away under it: it would be done to something else', () => {
    const { wall, point } = surface()
    const held = holdPointer(wall)
    point('pointerdown')
    point('pointerup', 0)
    wall.dispatchEvent(new Event('wheel'))
    point('pointermove', 0)
    const heard: string[] = []
    for (const type of ['pointerdown', 'pointermove', 'pointerup']) wall.addEventListener(type, () => heard.push(type))
    doAgain([held])
    expect(heard).toEqual(['pointermove'])
  })

  it('is done again in the order in which it was done, whatever did it', () => {
    const done: string[] = []
    const holding = (...deeds: readonly (readonly [number, string])[]): Held => ({
      give: () => deeds.map(([at, name]) => ({ at, again: () => void done.push(name) })),
      drop: () => {},
    })
    doAgain([holding([2, 'press'], [3, 'lift']), holding([1, 'pen'], [3, 'select'])])
    expect(done).toEqual(['pen', 'press', 'lift', 'select'])
  })
})
