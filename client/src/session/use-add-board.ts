import { useEffect, useState } from 'react'
import { addBoard, takeBoardBack, type Addition } from '../model/add-board.ts'
import { useStore } from '../model/use-store.ts'
import { takenBackWords } from '../words/add-board.ts'

/** Where another board stands on its way onto this one. */
export type AddingState =
  | { readonly step: 'reading' }
  | { readonly step: 'refused' }
  | { readonly step: 'told'; readonly addition: Addition }
  | { readonly step: 'done'; readonly addition: Addition }
  | { readonly step: 'back'; readonly words: string }

export interface Adding {
  readonly state: AddingState
  readonly busy: boolean
  readonly trouble: string | null
  add(): Promise<void>
  takeBack(): Promise<void>
}

/** Reads a board's file, tells what it brings, adds it once, and takes it back. */
export function useAddBoard(file: File, token: string): Adding {
  const { board } = useStore()
  const [state, setState] = useState<AddingState>({ step: 'reading' })
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    let left = false
    void addBoard(board, token, file, 'preview').then((told) => {
      if (left) return
      setTrouble(told.ok ? null : told.reason)
      setState(told.ok ? { step: 'told', addition: told.value } : { step: 'refused' })
    })
    return () => {
      left = true
    }
  }, [board, token, file])

  async function once(work: () => Promise<void>): Promise<void> {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    await work()
    setBusy(false)
  }

  return {
    state,
    busy,
    trouble,
    add: () =>
      once(async () => {
        if (state.step !== 'told') return
        const answer = await addBoard(board, token, file, 'add')
        if (answer.ok) return setState({ step: 'done', addition: answer.value })
        return setTrouble(answer.reason)
      }),
    takeBack: () =>
      once(async () => {
        if (state.step !== 'done' || state.addition.taken === null) return
        const answer = await takeBoardBack(board, token, state.addition.taken)
        if (answer.ok) return setState({ step: 'back', words: takenBackWords(answer.value) })
        return setTrouble(answer.reason)
      }),
  }
}
