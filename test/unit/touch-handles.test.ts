import { describe, expect, it } from 'vitest'
import type { PointerKind } from '../../client/src/tools/tool.ts'
import { hand } from '../support/live-bench.ts'

describe('the handles of a note', () => {
  const pulled = (pointer: PointerKind, zoom = 1) => {
    const it = hand()
    it.bench.camera.jump({ x: -640, y: -400, zoom })
    const [one] = it.line
    it.bench.selection.set([one])
    const corner = { x: 91 + 14 / zoom, y: -43 + 8 / zoom }
    it.press(corner, { pointer })
    it.drag({ x: corner.x + 60, y: corner.y + 60 }, { pointer })
    it.lift({ x: corner.x + 60, y: corner.y + 60 }, { pointer })
    return it.wall.moment(one)?.place ?? null
  }

  it('are wider for a finger than for a mouse', () => {
    expect(pulled('touch')).not.toBeNull()
    expect(pulled('mouse')).toBeNull()
  })

  it('leave enough of a small note to take hold of', () => {
    expect(pulled('touch', 0.3)).toBeNull()
  })
})
