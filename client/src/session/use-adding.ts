import { useMemo } from 'react'
import { useStore } from '../model/use-store.ts'
import type { Pasting } from '../tools/moments-of-lines.ts'

/** Adds moments to the board, also a thousand at once; a refusal is said. */
export function useAdding(): Pasting {
  const store = useStore()
  return useMemo(
    () => ({
      act(verb, args) {
        const ruling = store.act(verb, args)
        if (!ruling.allowed) store.say(ruling.reason)
        return ruling
      },
      together: store.together,
      session: store.session.get,
      newId: store.newId,
      say: store.say,
    }),
    [store],
  )
}
