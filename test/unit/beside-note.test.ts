import { expect, it } from 'vitest'
import { besideNote } from '../../client/src/canvas/beside-note.ts'
import { hand } from '../support/live-bench.ts'

it('the row of a tall note under the line stands at its side, where it covers neither words nor the number', () => {
  const { board, bench, line } = hand()
  const [, second] = line
  bench.camera.jump({ x: -300, y: -360, zoom: 1 })
  const place = () => {
    const note = bench.scene.note(second)
    if (!note) throw new Error('The second note is on the wall.')
    const [x = 0, y = 0] =
      /translate\((-?\d+)px, (-?\d+)px\)/.exec(besideNote(note, bench).transform)?.slice(1).map(Number) ?? []
    return {
      x,
      y,
      left: bench.camera.toScreen(note.rect).x,
      foot: bench.camera.toScreen({ x: 0, y: note.rect.y + note.rect.h }).y,
    }
  }
  const low = place()
  expect(low.y).toBeGreaterThan(low.foot)
  board.run('edit-text', {
    root: 'moments',
    id: second,
    key: 'text',
    index: 0,
    remove: 0,
    insert: 'So long that it goes on '.repeat(15),
  })
  const tall = place()
  expect(tall.foot).toBeGreaterThan(760)
  expect(tall.x + 118).toBeLessThan(tall.left)
  expect(tall.y).toBeLessThan(tall.foot)
})
