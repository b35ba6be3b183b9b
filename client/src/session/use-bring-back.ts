import type { MomentId } from '@momentous/shared/domain/id'
import type { FormChange } from '@momentous/shared/imports/form-change'
import {
  resolved,
  type MergePlan,
  type MissingRow,
  type PlannedConflict,
  type Resolution,
} from '@momentous/shared/imports/plan'
import { useState } from 'react'
import { bringChanges, previewFile, type HeadingChoice } from '../model/bring-back.ts'
import { useStore } from '../model/use-store.ts'
import { partlyWords } from '../words/import.ts'
import type { Brought } from './brought.ts'
import { useBrought } from './use-brought.ts'

/** Where a file stands on its way onto the board. */
export type Bringing =
  | { readonly step: 'choose' }
  | { readonly step: 'reading' }
  | { readonly step: 'preview'; readonly plan: MergePlan }
  | { readonly step: 'changing'; readonly plan: MergePlan; readonly done: number; readonly all: number }
  | { readonly step: 'done'; readonly changes: number }

export interface BringBack {
  readonly state: Bringing
  readonly trouble: string | null
  readonly columns: HeadingChoice
  readonly decisions: readonly Resolution[]
  /** Rows that the file doesn't have and somebody puts into the bin. */
  readonly binned: ReadonlySet<MomentId>
  /** Does somebody take the file's order? */
  readonly ordered: boolean
  /** Everything that would be done, by what is decided so far. */
  readonly chosen: readonly FormChange[]
  /** What came last from this page, now or before the dialog was opened; null when there is nothing to take back. */
  readonly last: Brought | null
  read(file: File): void
  map(columns: HeadingChoice): void
  decide(index: number, resolution: Resolution): void
  decideAll(resolution: Resolution): void
  bin(ids: readonly MomentId[], binned: boolean): void
  order(taken: boolean): void
  apply(): Promise<void>
  takeBack(): Promise<void>
}

/** What can stand: keeping both can't always. */
const possible = (conflict: PlannedConflict, resolution: Resolution): Resolution =>
  resolution === 'both' && conflict.takeBoth === null ? 'board' : resolution

/** Reads a file, shows what it would change, does it, and takes it back. */
export function useBringBack(token: string): BringBack {
  const stage = useStage(token)
  const { state, trouble, columns, decisions, setDecisions, binned, setBinned, ordered } = stage
  const plan = state.step === 'preview' ? state.plan : null
  const besides = { bin: ({ id }: MissingRow) => binned.has(id), order: ordered }
  const chosen = plan === null ? [] : resolved(plan, (_conflict, index) => decisions[index] ?? 'board', besides)
  return {
    state,
    trouble,
    columns,
    decisions,
    binned,
    ordered,
    chosen,
    last: stage.brought.last,
    read: (file) => void stage.look(file, {}, null),
    map: (next) => void (stage.file !== null && stage.look(stage.file, next, null)),
    decide: (index, resolution) => setDecisions(decisions.with(index, resolution)),
    decideAll: (resolution) => setDecisions(plan?.conflicts.map((each) => possible(each, resolution)) ?? []),
    bin: (ids, into) => {
      const others = [...binned].filter((id) => !ids.includes(id))
      setBinned(new Set(into ? [...others, ...ids] : others))
    },
    order: stage.setOrdered,
    apply: () => apply(stage, chosen),
    takeBack: () => takeBack(stage),
  }
}

/** What is known so far, and how a file is looked at (again). */
function useStage(token: string) {
  const store = useStore()
  const brought = useBrought(token)
  const [file, setFile] = useState<File | null>(null)
  const [columns, setColumns] = useState<HeadingChoice>({})
  const [state, setState] = useState<Bringing>({ step: 'choose' })
  const [trouble, setTrouble] = useState<string | null>(null)
  const [decisions, setDecisions] = useState<readonly Resolution[]>([])
  const [binned, setBinned] = useState<ReadonlySet<MomentId>>(new Set())
  const [ordered, setOrdered] = useState(false)
  const look = async (read: File, chosen: HeadingChoice, why: string | null): Promise<void> => {
    setFile(read)
    setColumns(chosen)
    setTrouble(why)
    setState({ step: 'reading' })
    const answer = await previewFile(store.board, token, read, chosen)
    if (answer.ok) {
      setDecisions(answer.plan.conflicts.map(() => 'board'))
      setBinned(new Set())
      setOrdered(false)
      return setState({ step: 'preview', plan: answer.plan })
    }
    setTrouble(answer.reason)
    return setState({ step: 'choose' })
  }
  const besides = { binned, setBinned, ordered, setOrdered }
  return {
    store,
    brought,
    file,
    columns,
    state,
    setState,
    trouble,
    setTrouble,
    decisions,
    setDecisions,
    ...besides,
    look,
  }
}
type Stage = ReturnType<typeof useStage>

async function apply({ store, file, columns, ...stage }: Stage, chosen: readonly FormChange[]) {
  const { state, setState } = stage
  if (state.step !== 'preview' || file === null || chosen.length === 0) return
  const { plan } = state
  const all = chosen.length
  const progress = (done: number) => setState({ step: 'changing', plan, done, all })
  progress(0)
  const { done, reason } = await bringChanges(store, chosen, progress)
  if (done.length > 0) stage.brought.keep({ what: 'form', file: file.name, changes: done })
  if (reason !== null) {
    await stage.look(file, columns, partlyWords(done.length, all, reason))
    return
  }
  stage.setTrouble(null)
  setState({ step: 'done', changes: done.length })
}

async function takeBack({ brought, setState, setTrouble }: Stage): Promise<void> {
  if (brought.last === null) return
  const { words } = await brought.takeBack(brought.last)
  setTrouble(words)
  setState({ step: 'choose' })
}
