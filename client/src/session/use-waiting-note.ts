import { useSaved } from '../model/use-store.ts'
import { ideasWords } from '../words/ideas.ts'

/** What stands under one's own words until others see them; without a link or a disk nobody knows when that will be. */
export function useWaitingNote(): string {
  const { state } = useSaved()
  return state === 'offline' || state === 'not-saved' ? ideasWords.notOutYet : ideasWords.comesOut
}
