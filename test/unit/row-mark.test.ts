import { isId, type MomentId } from '@momentous/shared/domain/id'
import { markedMoment, rowMark } from '@momentous/shared/exports/row-mark'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{8,44}$/u).filter(isId<MomentId>)

describe('the mark of a row', () => {
  it('is a name that word processors keep, and says which moment the row is of', () => {
    expect(rowMark('k3f9-w_2mz7a' as MomentId)).toBe('moment_k3f9_2dw_5f2mz7a')
    fc.assert(
      fc.property(id, (one) => {
        const name = rowMark(one)
        if (name === null) expect(one.length).toBeGreaterThan(11)
        else expect([name.length > 40, markedMoment(name)]).toEqual([false, one])
        expect(name ?? 'none').toMatch(/^[A-Za-z]\w*$/u)
      }),
    )
  })

  it.each(['', '_GoBack', 'moment_', 'moment_short', 'moment_half_2', 'moment_k3f9-w_2mz7a', 'Moment_k3f9w2mz7a'])(
    'is not %j, which is somebody’s own',
    (name) => {
      expect(markedMoment(name)).toBeNull()
    },
  )
})
