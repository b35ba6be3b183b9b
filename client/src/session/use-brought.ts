import { use } from 'react'
import { takeBoardBack } from '../model/add-board.ts'
import { takeChangesBack } from '../model/bring-back.ts'
import { useCell } from '../model/use-cell.ts'
import { useStore } from '../model/use-store.ts'
import { takenBackWords } from '../words/add-board.ts'
import { keptWords } from '../words/import.ts'
import { BroughtContext, type Brought } from './brought.ts'

export interface BroughtSoFar {
  /** What a person can take back now; null when nothing came with a file since the page was opened. */
  readonly last: Brought | null
  keep(one: Brought): void
  /** What has become of it, in words. Where it could not be done it is offered again. */
  takeBack(one: Brought): Promise<{ readonly ok: boolean; readonly words: string }>
}

/** Everything that files brought onto this board from this page. */
export function useBrought(token: string): BroughtSoFar {
  const store = useStore()
  const brought = use(BroughtContext)
  const all = useCell(brought)
  const off = async (one: Brought) => {
    if (one.what === 'board') {
      const answer = await takeBoardBack(store.board, token, one.taken)
      return answer.ok ? { ok: true, words: takenBackWords(answer.value) } : { ok: false, words: answer.reason }
    }
    const { kept, reason } = await takeChangesBack(store, one.changes)
    return { ok: reason === null, words: reason ?? keptWords(kept) }
  }
  return {
    last: all.at(-1) ?? null,
    keep: (one) => brought.set([...brought.get(), one]),
    async takeBack(one) {
      const answer = await off(one)
      if (answer.ok) brought.set(brought.get().filter((each) => each !== one))
      return answer
    },
  }
}
