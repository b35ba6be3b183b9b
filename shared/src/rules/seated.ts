import type { Actor } from '../domain/actor.ts'
import { allowed, refused, type Ruling } from './ruling.ts'

/** What counts per person needs a seat of one's own (rules.md, edge 8). */
export function seated(actor: Actor): Ruling {
  return actor.seated ? allowed : refused('L2', 'Join the board with a name first. This counts once a person.')
}
