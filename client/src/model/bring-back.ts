import type { ColumnName } from '@momentous/shared/imports/columns'
import { importBounds } from '@momentous/shared/imports/bounds'
import { inPieces } from '@momentous/shared/imports/change-pieces'
import { takenBack, type FormChange } from '@momentous/shared/imports/form-change'
import { leavesWordless } from '@momentous/shared/imports/leaves-wordless'
import type { MergePlan } from '@momentous/shared/imports/plan'
import { asFound } from '@momentous/shared/imports/as-found'
import { mergePlan } from '@momentous/shared/imports/plan-schema'
import { workedOn } from '@momentous/shared/imports/worked-on'
import { importWords } from '../words/import.ts'
import type { BoardStore } from './board-store.ts'
import { sendFile } from './send-file.ts'

/** Which column each heading means that nobody knows; null for one that is left out. */
export type HeadingChoice = Readonly<Record<string, ColumnName | null>>

export type Previewed =
  | { readonly ok: true; readonly plan: MergePlan }
  | { readonly ok: false; readonly reason: string }

/** What a file would change on the board; the server reads it, and nothing happens yet. Never throws. */
export async function previewFile(
  board: string,
  token: string,
  file: File,
  columns: HeadingChoice,
): Promise<Previewed> {
  if (file.size > importBounds.bytes) return { ok: false, reason: importWords.tooLarge }
  const query = new URLSearchParams({ preview: 'true', name: file.name, columns: JSON.stringify(columns) })
  const answer = await sendFile(mergePlan, `/api/boards/${board}/import?${query.toString()}`, { file, token })
  if (answer.ok) return { ok: true, plan: answer.value }
  return { ok: false, reason: answer.reason ?? importWords.away }
}

export interface Brought {
  /** Those that are on the board now, in their order. */
  readonly done: readonly FormChange[]
  /** Why the others aren't; null when all of them are. */
  readonly reason: string | null
}

/** Makes the changes on the board, piece by piece, so that it goes on for everybody meanwhile. */
export async function bringChanges(
  store: Pick<BoardStore, 'ask'>,
  changes: readonly FormChange[],
  progress: (done: number) => void,
): Promise<Brought> {
  const done: FormChange[] = []
  for (const piece of inPieces(changes)) {
    const outcome = await store.ask('merge-form', { changes: [...piece] })
    if (!outcome.ok) return { done, reason: outcome.reason }
    done.push(...piece)
    progress(done.length)
  }
  return { done, reason: null }
}

/** Takes changes back, the last one first. What somebody has changed since, or added to, stays; `kept` says how many. */
export async function takeChangesBack(
  store: Pick<BoardStore, 'ask' | 'view' | 'records'>,
  changes: readonly FormChange[],
): Promise<{ readonly kept: number; readonly reason: string | null }> {
  const back = changes.flatMap(takenBack).toReversed()
  const { actions, assessments, ideas, concerns } = store.records
  const worked = workedOn(
    { actions: actions.all(), assessments: assessments.all(), ideas: ideas.all(), concerns: concerns.all() },
    changes,
  )
  const isKept = (change: FormChange) => change.kind === 'bin' && change.text !== undefined && worked.has(change.id)
  const view = store.view()
  // A note that had no words before keeps the file's: none is left without.
  const still = back.filter((change) => asFound(view, change) && !isKept(change) && !leavesWordless(view, change))
  const { done, reason } = await bringChanges(store, still, () => {})
  return { kept: back.length - done.length, reason }
}
