import { createContext } from 'react'
import { cell, type Cell } from '../model/cell.ts'
import type { WallHands } from '../tools/wall-offers.ts'

/** The wall, while it is on the screen: for what stands beside it and is about it. */
export const WallInSightContext = createContext<Pick<Cell<WallHands | null>, 'get' | 'subscribe'>>(
  cell<WallHands | null>(null),
)
