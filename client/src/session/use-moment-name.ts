import type { MomentId } from '@momentous/shared/domain/id'
import { useMoment } from '../model/use-store.ts'
import { nameOf } from './moment-name.ts'

/** What a moment is called: its own words, or the printed row that it still prompts for. */
export function useMomentName(moment: MomentId): string {
  const note = useMoment(moment)
  return note === undefined ? '' : nameOf(note)
}
