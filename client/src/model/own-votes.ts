import type { Ranking } from '@momentous/shared/domain/assessment'
import type { Dots } from '@momentous/shared/commands/cast-ballot'
import type { Mine } from './board-store.ts'
import { cell } from './cell.ts'
import { parsed } from './deed.ts'
import { derive, type Watched } from './watched.ts'

/** One's own dots and grades as the person sees them: a tick is there at once, also while the server still counts it. */
export interface OwnVotes {
  readonly mine: Watched<Mine>
  /** A verb is on its way; what it returns is called when it was answered. */
  asked(name: string, args: unknown): () => void
}

interface Guess {
  readonly dots: Dots | null
  readonly grades: Readonly<Record<string, Ranking>>
}

const NO_GUESS: Guess = { dots: null, grades: {} }

export function createOwnVotes(told: Watched<Mine>): OwnVotes {
  const guess = cell<Guess>(NO_GUESS)
  let open = 0

  const mine = derive(
    [told, guess],
    (): Mine => {
      const { dots, grades } = guess.get()
      const known = told.get()
      if (guess.get() === NO_GUESS) return known
      return { ...known, dots: dots ?? known.dots, grades: { ...known.grades, ...grades } }
    },
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  )

  return {
    mine,
    asked(name, args) {
      const next = guessFor(name, args, guess.get())
      if (next === null) return () => {}
      guess.set(next)
      open += 1
      return () => {
        open -= 1
        // Until the last answer is here, what the server told may be older than what the person did.
        if (open === 0) guess.set(NO_GUESS)
      }
    },
  }
}

function guessFor(name: string, args: unknown, former: Guess): Guess | null {
  if (name === 'cast-ballot') {
    const ballot = parsed(name, args)
    return 'args' in ballot ? { ...former, dots: ballot.args.dots } : null
  }
  if (name === 'grade-moment') {
    const grade = parsed(name, args)
    return 'args' in grade ? { ...former, grades: { ...former.grades, [grade.args.moment]: grade.args.ranking } } : null
  }
  return null
}
