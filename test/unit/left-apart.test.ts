import type { BoardId, MomentId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { openDevice, type Device } from '../../client/src/model/device.ts'
import { openLeftApart } from '../../client/src/model/left-apart.ts'

const [a, b, c] = ['moment-a', 'moment-b', 'moment-c'] as [MomentId, MomentId, MomentId]
const board = 'board-one' as BoardId
const noStorage = (): Storage => {
  throw new Error('Switched off.')
}

describe('pairs that are left apart', () => {
  it('are remembered on the device, in either order, for one board alone', () => {
    const device = openDevice(noStorage)
    openLeftApart(device, board).add(b, a)
    const again = openLeftApart(device, board)
    expect([again.has(a, b), again.has(b, a), again.has(a, c)]).toEqual([true, true, false])
    expect(openLeftApart(device, 'board-two' as BoardId).has(a, b)).toBe(false)
  })

  it.each(['{', '7', '[1]', '{"a":1}'])('are forgotten when what was kept can’t be read: %s', (words) => {
    const device: Device = { lasting: true, read: () => words, write: () => undefined }
    const apart = openLeftApart(device, board)
    expect(apart.has(a, b)).toBe(false)
    apart.add(a, b)
    expect(apart.has(b, a)).toBe(true)
  })

  it('are no more than a device can keep', () => {
    const device = openDevice(noStorage)
    const apart = openLeftApart(device, board)
    for (let at = 0; at < 600; at++) apart.add(a, `moment-${at}-x` as MomentId)
    const kept = openLeftApart(device, board)
    expect([kept.has(a, 'moment-0-x' as MomentId), kept.has(a, 'moment-599-x' as MomentId)]).toEqual([false, true])
  })
})
