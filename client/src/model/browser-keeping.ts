import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import { cell } from './cell.ts'
import type { Kept, Keeping } from './keeping.ts'
import { joinRoll } from './page-roll.ts'
import { accessShelves } from './shelf-access.ts'
import {
  appendConfirmed,
  readBoard,
  replaceConfirmed,
  startEpoch,
  takeLeft,
  writeOffers,
  writeWaiting,
} from './shelves.ts'
import { leftOf, type Left } from './waiting.ts'
import type { TakeAhead } from './use-ahead.ts'
import { createWriteBehind } from './write-behind.ts'

export interface KeepingPlace {
  readonly board: BoardId
  readonly seat: SeatId
  /** A name for this page, unlike any other's. */
  readonly page: string
}

/** Confirmed updates are written together: losing the last of them costs a question to the server and nothing else. */
const TOGETHER_MS = 1000
/** The first that is heard is all of a board, as a rule: whoever loads the page again has it. By then it is known which page writes. */
const FIRST_MS = 100
/** A browser that takes longer to open its storage is treated as one that has none, until it has opened it. */
const OPEN_MS = 3000
const NOTHING: Kept = { epoch: null, confirmed: [], ...leftOf([]), offered: [] }

/** Keeps in IndexedDB, for all pages of this browser. Keeps nothing where that is switched off, and says so. */
export function createBrowserKeeping(place: KeepingPlace, takeAhead: TakeAhead = () => null): Keeping {
  const { board, page } = place
  const roll = joinRoll(board, page)
  const works = cell(true)
  const shelves = accessShelves(works.set)
  const waiting = createWriteBehind((batch) => shelves.write((shelf) => writeWaiting(shelf, place, page, batch)))
  const confirmed = gatherConfirmed((epoch, updates) => {
    if (roll.writes()) void shelves.write((shelf) => appendConfirmed(shelf, board, epoch, updates))
  })
  const take = async () => {
    const lives = await roll.open()
    return shelves.read((shelf) => takeLeft(shelf, place, page, lives))
  }
  /** What was found after `open` had given up waiting for it. */
  let late: Left | null = null

  const flush = async () => {
    confirmed.flush()
    await waiting.flush()
    await shelves.idle()
  }
  return {
    works,
    async open() {
      let waited = true
      const reading = async (): Promise<Kept> => {
        const ahead = await takeAhead(place)?.catch(() => null)
        // Nearly always nothing waits, and nobody has to be asked whose it is.
        if (ahead?.waiting.length === 0) return { ...leftOf([]), ...ahead.board }
        const [left, known] = await Promise.all([take(), shelves.read((shelf) => readBoard(shelf, place))])
        if (!waited) late = left
        return { ...left, ...known }
      }
      const kept = await orAfter(OPEN_MS, NOTHING, reading())
      waited = false
      return kept
    },
    async orphans() {
      const found = late ?? (await take().catch(() => leftOf([])))
      late = null
      return found
    },
    keep: waiting.add,
    confirm: confirmed.add,
    confirmAll(state, epoch) {
      confirmed.drop()
      if (roll.writes()) void shelves.write((shelf) => replaceConfirmed(shelf, board, epoch, state))
    },
    keepEpoch: (epoch) => void shelves.write((shelf) => startEpoch(shelf, board, epoch)),
    offer: (made, gone) => void shelves.write((shelf) => writeOffers(shelf, place, made, gone)),
    forget() {
      confirmed.drop()
      void shelves.write((shelf) => replaceConfirmed(shelf, board, null, null)).then(() => forgetPictures(board))
    },
    flush,
    close() {
      void flush().then(() => {
        roll.leave()
        shelves.close()
      })
    },
  }
}

/** Nobody waits for it, and few pages come here. */
async function forgetPictures(board: BoardId): Promise<void> {
  const { forgetSeen } = await import('./seen-pictures.ts')
  await forgetSeen(board)
}

/** Gathers confirmed updates of one incarnation of the board. */
function gatherConfirmed(write: (epoch: number, updates: readonly Uint8Array[]) => void) {
  let of: number | null = null
  let updates: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  let delay = FIRST_MS

  const flush = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (of !== null && updates.length > 0) {
      write(of, updates)
      delay = TOGETHER_MS
    }
    updates = []
  }
  return {
    add(update: Uint8Array, epoch: number) {
      if (of !== epoch) flush()
      of = epoch
      updates.push(update)
      timer ??= setTimeout(flush, delay)
    },
    drop: () => void (updates = []),
    flush,
  }
}

function orAfter<Value>(ms: number, otherwise: Value, wanted: Promise<Value>): Promise<Value> {
  const late = new Promise<Value>((resolve) => {
    setTimeout(resolve, ms, otherwise)
  })
  return Promise.race([wanted.catch(() => otherwise), late])
}
