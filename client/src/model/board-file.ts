import { importBounds } from '@momentous/shared/imports/bounds'
import * as v from 'valibot'
import { startFileWords } from '../words/start-file.ts'
import { newBoardSchema, type NewBoard } from './api.ts'
import { sendFile } from './send-file.ts'

const madeSchema = v.object({ ...newBoardSchema.entries, title: v.string() })

export type Made =
  | { readonly ok: true; readonly value: NewBoard & { readonly title: string } }
  | { readonly ok: false; readonly reason: string }

/** Makes a new board out of a board's file. Never throws. */
export async function boardFromFile(file: File): Promise<Made> {
  if (!/\.(json|html?)$/iu.test(file.name)) return { ok: false, reason: startFileWords.noBoard }
  if (file.size > importBounds.boardBytes) return { ok: false, reason: startFileWords.tooLarge }
  const answer = await sendFile(madeSchema, '/api/boards/import', { file })
  return answer.ok ? answer : { ok: false, reason: answer.reason ?? startFileWords.away }
}
