import type { ArgsOf } from '@momentous/shared/commands/commands'
import { useCallback } from 'react'
import type { AskedName, Outcome } from '../model/board-store.ts'
import { useStore } from '../model/use-store.ts'

export type Ask = <Name extends AskedName>(name: Name, args: ArgsOf<Name>) => Promise<Outcome>

/** Asks the server; a refusal is also said as a sentence, so that no press stays without an answer. */
export function useAsk(): Ask {
  const store = useStore()
  return useCallback(
    async (name, args) => {
      const outcome = await store.ask(name, args)
      if (!outcome.ok) store.say(outcome.reason)
      return outcome
    },
    [store],
  )
}
