import type { Instant } from '@momentous/shared/domain/session'
import type { After } from '../alarm.ts'
import { refill, type Allowance, type Budget } from '../budget.ts'

/** Wrong tries that cost no time, and how long each one after them takes, in milliseconds. */
const FREE = 20
const PAUSE = 2_000
const TRIES: Allowance = { most: FREE, perSecond: 1000 / PAUSE }
/** How many may wait for their turn on one link. */
const WAITING = 4

export interface TriesClock {
  readonly now: () => Instant
  readonly after: After
}

/**
 * Slows guessing down without shutting anybody out: tries on one link come one after the other once too many were wrong,
 * and the networks that they come from take turns, so who floods one network waits in its own line.
 */
export interface Tries {
  /** Resolves when it is this try's turn; false when too many wait already. */
  turn(link: string, from: string): Promise<boolean>
  /** A try that was right costs nothing. */
  giveBack(link: string): void
}

type Waiter = (mayTry: boolean) => void

interface Link extends Budget {
  readonly lines: Map<string, Waiter[]>
}

export function createTries({ now, after }: TriesClock): Tries {
  const budgets = new Map<string, Link>()

  function budgetOf(link: string): Link {
    const known = budgets.get(link) ?? { left: FREE, at: now(), lines: new Map() }
    budgets.set(link, known)
    refill(known, now(), TRIES)
    return known
  }

  function serve(link: string): void {
    const budget = budgetOf(link)
    while (budget.left >= 1 && takeNext(budget)) budget.left--
    if (budget.lines.size > 0) after(Math.ceil((1 - budget.left) * PAUSE), () => serve(link))
    else if (budget.left >= FREE) budgets.delete(link)
  }

  return {
    turn(link, from) {
      const budget = budgetOf(link)
      if (budget.left >= 1 && budget.lines.size === 0) {
        budget.left--
        after(FREE * PAUSE, () => forget(budgets, link, now()))
        return Promise.resolve(true)
      }
      return new Promise((resolve) => {
        const first = budget.lines.size === 0
        if (!queue(budget, from, resolve)) resolve(false)
        else if (first) serve(link)
      })
    },
    giveBack(link) {
      const budget = budgetOf(link)
      budget.left = Math.min(FREE, budget.left + 1)
    },
  }
}

/** One that nobody has used for so long that it is full again says nothing any more. */
function forget(budgets: Map<string, Link>, link: string, now: Instant): void {
  const budget = budgets.get(link)
  const isFull = budget !== undefined && refill(budget, now, TRIES) >= FREE
  if (isFull && budget.lines.size === 0) budgets.delete(link)
}

/** Whose turn it is: the network that has waited longest since its last one. */
function takeNext({ lines }: Link): boolean {
  const [next] = lines
  if (next === undefined) return false
  const [from, line] = next
  lines.delete(from)
  line.shift()?.(true)
  if (line.length > 0) lines.set(from, line)
  return true
}

/** When all places are taken, the longest line gives one up to a shorter one. */
function queue({ lines }: Link, from: string, waiter: Waiter): boolean {
  const mine = lines.get(from) ?? []
  const waiting = [...lines.values()].reduce((sum, line) => sum + line.length, 0)
  if (waiting >= WAITING) {
    const longest = [...lines.values()].reduce((most, line) => (line.length > most.length ? line : most), mine)
    if (longest.length <= mine.length + 1) return false
    longest.pop()?.(false)
  }
  lines.set(from, [...mine, waiter])
  return true
}
