import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { fitsPassphrase, plainPassphrase } from './passphrase.ts'
import { createTries, type TriesClock } from './tries.ts'

/** `wait`: too many tries were wrong, and this one isn't looked at. */
export type GateAnswer = 'right' | 'wrong' | 'wait'

/** Somebody at the door: what was said, with which link, from which network. */
export interface Asking {
  readonly said: string
  readonly link: string
  readonly from: string
}

export interface PassphraseGate {
  /** Are these the words that `kept` is the hash of? */
  ask(kept: string, asking: Asking): Promise<GateAnswer>
}

/** Right words that are remembered, of so many boards. */
const REMEMBERED = 1000

/**
 * Lets a whole workshop in at once and a guesser slowly. The slow hash is for the disk; in memory the right words are known
 * by a keyed one, once somebody has said them. The same words said at the same time are one try.
 */
export function createPassphraseGate(clock: TriesClock): PassphraseGate {
  const key = randomBytes(32)
  const tries = createTries(clock)
  const right = new Map<string, Buffer>()
  const underWay = new Map<string, Promise<GateAnswer>>()

  async function look(kept: string, { said, link, from }: Asking, digest: Buffer): Promise<GateAnswer> {
    if (!(await tries.turn(link, from))) return 'wait'
    const known = right.get(kept)
    const fits = known === undefined ? await fitsPassphrase(said, kept) : timingSafeEqual(known, digest)
    if (!fits) return 'wrong'
    tries.giveBack(link)
    remember(kept, digest)
    return 'right'
  }

  function remember(kept: string, digest: Buffer): void {
    right.set(kept, digest)
    const [oldest] = right.keys()
    if (right.size > REMEMBERED && oldest !== undefined) right.delete(oldest)
  }

  return {
    ask(kept, asking) {
      const digest = createHmac('sha256', key)
        .update(`${kept}\0${plainPassphrase(asking.said)}`)
        .digest()
      const name = `${asking.link} ${digest.toString('base64url')}`
      const running = underWay.get(name)
      if (running !== undefined) return running
      const answer = look(kept, asking, digest).finally(() => underWay.delete(name))
      underWay.set(name, answer)
      return answer
    },
  }
}
