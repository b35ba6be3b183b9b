import { additionFacts, type AdditionFacts } from '@momentous/shared/additions/addition-facts'
import { BOARD_FORMAT } from '@momentous/shared/exports/board-json'
import { importBounds } from '@momentous/shared/imports/bounds'
import * as v from 'valibot'
import { addBoardWords } from '../words/add-board.ts'
import { sendFile } from './send-file.ts'

const answer = v.object({ ...additionFacts.entries, taken: v.nullable(v.string()) })
const takenBack = v.object({ gone: v.number(), kept: v.number() })

/** Something that came onto the board, and by what it is taken back; null before it is there. */
export interface Addition extends AdditionFacts {
  readonly taken: string | null
}

export type Asked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string }

/** Is this a whole board's file, and no form's? By its first words: a form is sent elsewhere. */
export async function isBoardFile(file: File): Promise<boolean> {
  const isPage = /\.html?$/iu.test(file.name)
  if (!isPage && !/\.json$/iu.test(file.name)) return false
  const head = await file
    .slice(0, 1_000)
    .text()
    .catch(() => '')
  // A form that was saved as a page names no maker: it is no board.
  return head.includes(isPage ? 'content="Momentous"' : `"${BOARD_FORMAT}"`)
}

/** What a board's file brings; with `preview` it is only told. Never throws. */
export async function addBoard(
  board: string,
  token: string,
  file: File,
  wish: 'preview' | 'add',
): Promise<Asked<Addition>> {
  if (file.size > importBounds.boardBytes) return { ok: false, reason: addBoardWords.tooLarge }
  const path = `/api/boards/${board}/import/board?preview=${String(wish === 'preview')}`
  const sent = await sendFile(answer, path, { file, token })
  return sent.ok ? sent : { ok: false, reason: sent.reason ?? addBoardWords.away }
}

/** Takes off the board again what came with it; answers how many moments stay. Never throws. */
export async function takeBoardBack(board: string, token: string, taken: string): Promise<Asked<number>> {
  const sent = await sendFile(takenBack, `/api/boards/${board}/additions/${taken}`, { token, method: 'DELETE' })
  return sent.ok ? { ok: true, value: sent.value.kept } : { ok: false, reason: sent.reason ?? addBoardWords.away }
}
