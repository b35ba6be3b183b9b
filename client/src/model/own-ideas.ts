import { id } from '@momentous/shared/board/schemas'
import type { BoardId, IdeaId, MomentId } from '@momentous/shared/domain/id'
import { idOfSecret } from '@momentous/shared/domain/secret'
import * as v from 'valibot'
import { cell } from './cell.ts'
import type { Device } from './device.ts'
import type { Watched } from './watched.ts'

/** Something that was written on this device: an idea, or a build on somebody's idea. */
export interface OwnIdea {
  /** Proves to the server who may change it; never leaves this device for any other reason. */
  readonly secret: string
  /** The public id of the idea or build. */
  readonly id: string
  readonly moment: MomentId
  /** The idea that it builds on; null for an idea of its own. */
  readonly idea: IdeaId | null
  /** Empty for what was taken back and is still out. */
  readonly text: string
  /** These are other words than before: others see them a little later. */
  readonly changed?: true
}

/** What this device wrote on one board without a name. Only here does anything say whose it is. */
export interface OwnIdeas extends Watched<readonly OwnIdea[]> {
  keep(secret: string, written: Omit<OwnIdea, 'secret' | 'id'>): OwnIdea
  /** Without words it is taken back, and still out for some moments. */
  reword(secret: string, text: string): void
  forget(secret: string): void
}

const keptSchema = v.array(
  v.object({ secret: v.string(), moment: id<MomentId>(), idea: v.nullable(id<IdeaId>()), text: v.string() }),
)

const MOST = 500

export function openOwnIdeas(device: Device, board: BoardId): OwnIdeas {
  const key = `momentous.own-ideas.${board}`
  const known = cell<readonly OwnIdea[]>(read(device.read(key)))
  const write = (ideas: readonly OwnIdea[]) => {
    known.set(ideas)
    device.write(key, JSON.stringify(ideas.map(({ id: _, changed: __, ...kept }) => kept)))
  }
  return {
    get: known.get,
    subscribe: known.subscribe,
    keep(secret, written) {
      const own = { secret, id: idOfSecret(secret), ...written }
      write([...known.get().filter((each) => each.secret !== secret), own].slice(-MOST))
      return own
    },
    reword: (secret, text) =>
      write(known.get().map((each) => (each.secret === secret ? { ...each, text, changed: true } : each))),
    forget: (secret) => write(known.get().filter((each) => each.secret !== secret)),
  }
}

function read(words: string | null): readonly OwnIdea[] {
  if (words === null) return []
  try {
    const parsed = v.safeParse(keptSchema, JSON.parse(words))
    return parsed.success ? parsed.output.map((kept) => ({ ...kept, id: idOfSecret(kept.secret) })) : []
  } catch {
    return []
  }
}

/** 128 random bits in hex: long enough that nobody finds them by trying. Needs no secure context. */
export function newSecret(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  return Array.from(random(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
