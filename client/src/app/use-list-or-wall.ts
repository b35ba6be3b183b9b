import { useState } from 'react'
import { useMediaPhone } from '../controls/use-media.ts'

export type Mode = 'list' | 'wall'

/** The list where the wall has no room, the wall elsewhere, until this person chooses. */
export function useListOrWall(): { readonly mode: Mode; readonly choose: (mode: Mode) => void } {
  const fitting: Mode = useMediaPhone() ? 'list' : 'wall'
  const [chosen, choose] = useState<Mode | null>(null)
  const mode = chosen ?? fitting
  return { mode, choose }
}
