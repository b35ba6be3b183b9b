import type { Instant } from '@momentous/shared/domain/session'
import type { Actor } from '@momentous/shared/domain/actor'
import { refill, type Allowance, type Budget } from '../../budget.ts'
import { limits } from '../limits.ts'

/** How many sockets a network has, and how fast it opens them. Bounds that a workshop behind one address never meets. */
export interface Networks {
  /** A socket begins to come in. Null when too many do; else to be called once it is in, or gone. */
  arrive(network: string): (() => void) | null
  /** It is somebody now. Null when the network has too many such sockets; else to be called when it is gone. */
  settle(network: string, actor: Pick<Actor, 'role' | 'seated'>): (() => void) | null
  /** How many networks are remembered. */
  known(): number
}

/** Its budget is of sockets that it may open. */
interface Network extends Budget {
  arriving: number
  settled: number
}

const ARRIVALS: Allowance = { most: limits.arrivalBurst, perSecond: limits.arrivalsPerSecond }

export function createNetworks(now: () => Instant): Networks {
  const networks = new Map<string, Network>()
  let arriving = 0

  function networkOf(name: string): Network {
    const known = networks.get(name) ?? { arriving: 0, settled: 0, left: limits.arrivalBurst, at: now() }
    refill(known, now(), ARRIVALS)
    networks.set(name, known)
    return known
  }

  /** A network that is as if it had never been here needs no place: with each that comes, the two longest unlooked at. */
  function tidy(): void {
    for (let looked = 0; looked < 2; looked++) {
      const [name] = networks.keys()
      if (name === undefined) return
      const network = networkOf(name)
      networks.delete(name)
      if (network.arriving > 0 || network.settled > 0 || network.left < limits.arrivalBurst) networks.set(name, network)
    }
  }

  return {
    arrive(name) {
      tidy()
      const network = networkOf(name)
      if (arriving >= limits.arriving || network.arriving >= limits.arrivingFromOne || network.left < 1) return null
      network.left--
      network.arriving++
      arriving++
      return once(() => {
        network.arriving--
        arriving--
      })
    },
    settle(name, actor) {
      const network = networkOf(name)
      if (network.settled >= mostOf(actor)) return null
      network.settled++
      return once(() => network.settled--)
    },
    known: () => networks.size,
  }
}

/** The last sockets of a network are kept for people with a seat, and of those the last ones for facilitators. */
function mostOf({ role, seated }: Pick<Actor, 'role' | 'seated'>): number {
  if (role === 'facilitator') return limits.socketsFromOne
  const seats = limits.socketsFromOne - limits.socketsFromOneForFacilitators
  return seated ? seats : seats - limits.socketsFromOneForSeats
}

function once(work: () => void): () => void {
  let done = false
  return () => {
    if (!done) work()
    done = true
  }
}
