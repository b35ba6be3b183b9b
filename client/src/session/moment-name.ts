import type { Moment } from '@momentous/shared/domain/moment'
import { listWords } from '../words/list.ts'

/** What a moment is called before anybody has written on it: the printed form's row that it prompts for. */
export function nameOf({ text, prompt }: Pick<Moment, 'text' | 'prompt'>): string {
  return text.trim() === '' ? (prompt ?? listWords.emptyText) : text
}
