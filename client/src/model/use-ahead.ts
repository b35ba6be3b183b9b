import { createContext } from 'react'
import type { KnownAhead } from './read-ahead.ts'
import type { Owner } from './shelves.ts'

/** Hands over what was read ahead for this seat, once: whoever comes back to a board later reads what is kept by then. */
export type TakeAhead = (owner: Owner) => Promise<KnownAhead> | null

export const AheadContext = createContext<TakeAhead>(() => null)
