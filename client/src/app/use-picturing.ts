import { useEffect } from 'react'
import { useBoardDialog } from '../session/board-dialog.ts'
import type { Bench } from '../tools/bench.ts'

/** Opens the dialog of pictures for whoever asks for one on the wall. */
export function usePicturing({ desk }: Bench): void {
  const dialog = useBoardDialog()
  useEffect(
    () =>
      desk.picturing.subscribe(() => {
        if (!desk.picturing.get()) return
        desk.picturing.set(false)
        dialog.set('picture')
      }),
    [desk, dialog],
  )
}
