import { useEffect, useRef } from 'react'
import { useActor, useSession } from '../model/use-store.ts'
import type { Bench } from '../tools/bench.ts'
import { layDown } from '../tools/lay-down.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { isOffered, tools } from '../tools/tools.ts'

/** Lays down a tool that the new phase has no use for: in Choose a touch puts a dot, whatever was in the hand before. */
export function useFreeHand(bench: Bench, toolbox: Toolbox): void {
  const phase = useSession((session) => session.phase)
  const { role } = useActor()
  const before = useRef(phase)
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    if (phase === 'choose' || !isOffered(tools[toolbox.held.get()], role, phase)) layDown(bench, toolbox)
  }, [phase, role, bench, toolbox])
  // The wall goes from the screen in the middle of a gesture: nothing of that is left in the hand.
  useEffect(
    () => () => {
      if (!toolbox.busy()) return
      layDown(bench, toolbox)
      toolbox.send({ type: 'cancel' })
    },
    [bench, toolbox],
  )
}
