import type { Random } from '@momentous/shared/board/order'
import type { Peer } from '../line/peer.ts'
import { drawNumber } from '../lots.ts'

/** Short numbers for sockets in compact presence. */
export interface Numbering {
  /** The socket's own, from the first time on. */
  of(peer: Peer): number
}

/** Two bytes hold as many; three when a room has seen thousands. */
const FEW = 2 ** 14
const MANY = 2 ** 21

/** Drawn, not counted: a number must not tell how many came in before, for in a quiet span nobody is told that. */
export function numbering(random: Random): Numbering {
  return new Numbers(random)
}

class Numbers implements Numbering {
  readonly #random: Random
  readonly #numbers = new WeakMap<Peer, number>()
  readonly #given = new Set<number>()

  constructor(random: Random) {
    this.#random = random
  }

  of(peer: Peer): number {
    const known = this.#numbers.get(peer)
    if (known !== undefined) return known
    const number = this.#draw()
    this.#numbers.set(peer, number)
    this.#given.add(number)
    return number
  }

  #draw(): number {
    for (;;) {
      const number = drawNumber(this.#random) % (this.#given.size < FEW / 4 ? FEW : MANY)
      if (number !== 0 && !this.#given.has(number)) return number
    }
  }
}
