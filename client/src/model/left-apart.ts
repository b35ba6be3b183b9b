import type { BoardId, MomentId } from '@momentous/shared/domain/id'
import * as v from 'valibot'
import type { Device } from './device.ts'

/** Pairs of moments that this person wants to see as they are, on one board. */
export interface LeftApart {
  has(one: MomentId, other: MomentId): boolean
  add(one: MomentId, other: MomentId): void
}

const kept = v.array(v.string())
/** The latest ones are remembered. */
const MOST = 500

export function openLeftApart(device: Device, board: BoardId): LeftApart {
  const key = `momentous.left-apart.${board}`
  const pairs = new Set(read(device.read(key)))
  return {
    has: (one, other) => pairs.has(nameOf(one, other)),
    add(one, other) {
      pairs.add(nameOf(one, other))
      device.write(key, JSON.stringify([...pairs].slice(-MOST)))
    },
  }
}

const nameOf = (one: MomentId, other: MomentId) => [one, other].toSorted().join(' ')

/** What can't be read is forgotten: then one is asked once more. */
function read(words: string | null): readonly string[] {
  try {
    const read = v.safeParse(kept, JSON.parse(words ?? '[]'))
    return read.success ? read.output : []
  } catch {
    return []
  }
}
