import { useEffect, useRef } from 'react'
import { useActor, useSession } from '../model/use-store.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { isOffered, tools } from '../tools/tools.ts'

/** Lays down a tool that the new phase has no use for: in Choose a touch puts a dot, whatever was in the hand before. */
export function useFreeHand(toolbox: Toolbox): void {
  const phase = useSession((session) => session.phase)
  const { role } = useActor()
  const before = useRef(phase)
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    if (phase === 'choose' || !isOffered(tools[toolbox.held.get()], role, phase)) toolbox.take('select')
  }, [phase, role, toolbox])
}
