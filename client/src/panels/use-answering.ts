import { useOffered } from '../model/use-store.ts'
import { useDraft } from './use-draft.ts'
import { useStrandedDraft } from './use-stranded-draft.ts'

/** Does a card with somebody's words wait for an answer? Then its button is the one filled button of the screen. */
export function useAnswering(): boolean {
  const offered = useOffered().length > 0
  const stranded = useStrandedDraft()
  return useDraft().late ? stranded || offered : offered
}
