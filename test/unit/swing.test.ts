import { describe, expect, it } from 'vitest'
import { edgeSpeed } from '../../client/src/tools/edge-pan.ts'
import { createSwing } from '../../client/src/tools/swing.ts'

/** A hand that goes this far to the right each 10 ms, for this long. */
function swung(px: number, ms: number) {
  const swing = createSwing()
  for (let time = 0; time <= ms; time += 10) swing.add({ x: (time / 10) * px, y: 0 }, time)
  return swing
}

describe('a hand that lets go', () => {
  it('throws as fast as it moved just before', () => {
    expect(swung(10, 100).letGo(105)?.x).toBeCloseTo(1000)
    const swing = swung(10, 100)
    for (let time = 110; time <= 300; time += 10) swing.add({ x: 100, y: time - 110 }, time)
    expect(swing.letGo(305)?.x).toBeCloseTo(0)
    expect(swing.letGo(305)?.y).toBeCloseTo(1000)
  })

  it('puts down what it moved slowly, and what it held still before it let go', () => {
    expect(swung(1, 100).letGo(105)).toBeNull()
    expect(swung(10, 100).letGo(200)).toBeNull()
    expect(createSwing().letGo(0)).toBeNull()
    expect(swung(10, 0).letGo(5)).toBeNull()
  })

  it('throws nothing faster than the eye can follow', () => {
    const speed = swung(300, 60).letGo(62)
    expect(speed?.x).toBe(4500)
  })
})

describe('a hand at the edge', () => {
  const size = { w: 1000, h: 800 }

  it('pulls the wall along, faster the nearer it is to the edge', () => {
    expect(edgeSpeed({ x: 500, y: 400 }, size)).toEqual({ x: 0, y: 0 })
    expect(edgeSpeed({ x: 0, y: 400 }, size)).toEqual({ x: 900, y: 0 })
    expect(edgeSpeed({ x: 982, y: 400 }, size)).toEqual({ x: -450, y: 0 })
    expect(edgeSpeed({ x: 500, y: 5000 }, size)).toEqual({ x: 0, y: -900 })
  })
})
