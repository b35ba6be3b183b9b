import { describe, expect, it } from 'vitest'
import { medianOf, shown, tableOf } from '../load/figures.ts'
import { createMarks, latencyAt } from '../load/marks.ts'

describe('marks', () => {
  it('time each message from its sender to each probe once, in the window alone', () => {
    let time = 0
    const marks = createMarks(() => time)
    const early = marks.next('edit', 1)
    time = 10
    marks.open()
    const [edit, cursor] = [marks.next('edit', 1), marks.next('cursor', 2)]
    time = 14
    marks.seen('edit', 7, ...early)
    marks.seen('edit', 7, ...edit)
    marks.seen('edit', 7, ...edit)
    marks.seen('edit', 1, ...edit)
    marks.seen('cursor', 7, ...cursor)
    marks.seen('cursor', 8, ...cursor)
    marks.seen('edit', 7, 8000, 500)
    marks.shut()
    marks.seen('edit', 7, ...marks.next('edit', 1))
    expect(marks.close()).toEqual({ edit: [4], cursor: [4, 4] })
  })

  it('pass over a state that is told again after a newer one', () => {
    let time = 1
    const marks = createMarks(() => time++)
    marks.open()
    const [older, newer] = [marks.next('cursor', 1), marks.next('cursor', 1)]
    marks.seen('cursor', 2, ...newer)
    marks.seen('cursor', 2, ...older)
    expect(marks.arrived('cursor')).toBe(1)
  })
})

describe('a latency', () => {
  it('of what never came is without end', () => {
    expect(latencyAt([1, 2, 3, 4], 0.5, 8)).toBe(Infinity)
    expect(latencyAt([1, 2, 3, 4], 0.25, 8)).toBe(3)
    expect(latencyAt([1, 2, 3, 4], 0.99)).toBe(4)
  })
})

describe('the table', () => {
  it('has the median and the spread of each figure beside its goal', () => {
    const figure = (value: number) => ({ name: 'edit p99', value, unit: 'ms', most: 12 })
    const table = tableOf([figure(30), figure(8), figure(9.25), { name: 'rooms', value: 12, unit: '', least: 40 }])
    expect(table.split('\n').map((line) => line.split(/\s{2,}/))).toEqual([
      ['figure', 'measured', 'goal'],
      ['edit p99', '9.25 (8 to 30) ms', '<= 12', 'met'],
      ['rooms', '12', '>= 40', 'missed'],
    ])
  })

  it('shows what is not known, and what never ends', () => {
    expect([Number.NaN, Infinity, 1234.5, 12.34, 0.01234].map(shown)).toEqual([
      'not known',
      'never',
      '1235',
      '12.3',
      '0.012',
    ])
    expect(medianOf([4, 1, 3, 2])).toBe(2.5)
  })
})
