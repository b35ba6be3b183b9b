import { useEffect, useState } from 'react'
import { addBoard, type Addition } from '../model/add-board.ts'
import { useStore } from '../model/use-store.ts'
import { useBrought } from './use-brought.ts'

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
  const brought = useBrought(token)
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
        if (!answer.ok) return setTrouble(answer.reason)
        const { taken } = answer.value
        if (taken !== null) brought.keep({ what: 'board', file: file.name, taken })
        return setState({ step: 'done', addition: answer.value })
      }),
    takeBack: () =>
      once(async () => {
        if (state.step !== 'done' || brought.last === null) return
        const { ok, words } = await brought.takeBack(brought.last)
        if (ok) setState({ step: 'back', words })
        else setTrouble(words)
      }),
  }
}
