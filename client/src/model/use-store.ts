import { priorities } from '@momentous/shared/commands/enter-phase'
import { compareOrder } from '@momentous/shared/board/order'
import { timeline } from '@momentous/shared/board/timeline'
import type { ArgsOf, CommandName } from '@momentous/shared/commands/commands'
import type { Action, Rung } from '@momentous/shared/domain/action'
import type { Assessment, Grade } from '@momentous/shared/domain/assessment'
import type { Build, Concern, Idea } from '@momentous/shared/domain/idea'
import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { Session } from '@momentous/shared/domain/session'
import type { Ruling } from '@momentous/shared/rules/ruling'
import { createContext, use, useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { BoardStore, Mine, People, Progress, Remark } from './board-store.ts'
import type { Offered } from './offered.ts'
import type { Status } from './status.ts'
import type { Collection } from './collection.ts'
import { changesOfLine } from './moment-changes.ts'
import type { Saved } from './saved.ts'
import { derive, sameList, type Watched } from './watched.ts'
import type { Actor } from '@momentous/shared/domain/actor'

export const StoreContext = createContext<BoardStore | null>(null)

/** The store of the board that this part of the page belongs to. */
export function useStore(): BoardStore {
  const store = use(StoreContext)
  if (store === null) throw new Error('This part of the page needs an open board around it.')
  return store
}

export function useWatched<Value>(source: Watched<Value>): Value {
  return useSyncExternalStore(source.subscribe, source.get)
}

export const useActor = (): Actor => useWatched(useStore().actor)
export const useLoaded = (): boolean => useWatched(useStore().loaded)
export const useStatus = (): Status => useWatched(useStore().status)
export const useSaved = (): Saved => useWatched(useStore().saved)
export const usePeople = (): People => useWatched(useStore().people)
export const useMine = (): Mine => useWatched(useStore().mine)
export const useProgress = (): Progress => useWatched(useStore().progress)
export const useOffered = (): readonly Offered[] => useWatched(useStore().offered)
export const useRemark = (): Remark | null => useWatched(useStore().remark)

/** A part of the session; renders again only when that part is another one. Pick a field, don't build an object. */
export function useSession<Part>(pick: (session: Session) => Part): Part {
  const { session } = useStore()
  return useSyncExternalStore(session.subscribe, () => pick(session.get()))
}

function useRecord<Id extends string, Value>(from: Collection<Id, Value>, id: Id | null): Value | undefined {
  const subscribe = useCallback(
    (listener: () => void) => (id === null ? () => {} : from.subscribe(listener, id)),
    [from, id],
  )
  return useSyncExternalStore(subscribe, () => (id === null ? undefined : from.get(id)))
}

export const useMoment = (id: MomentId | null): Moment | undefined => useRecord(useStore().records.moments, id)
export const useAssessment = (moment: MomentId | null): Assessment | undefined =>
  useRecord(useStore().records.assessments, moment)
export const useGrade = (moment: MomentId | null): Grade | undefined => useRecord(useStore().records.grades, moment)

const onChange = <Id extends string, Value>(from: Collection<Id, Value>) => ({
  subscribe: (listener: () => void) => from.subscribeChanges(() => listener()),
})

function useList<Value>(make: (store: BoardStore) => Watched<readonly Value[]>): readonly Value[] {
  const store = useStore()
  return useWatched(useMemo(() => make(store), [make, store]))
}

const timelineIds = ({ records }: BoardStore): Watched<readonly MomentId[]> =>
  derive([changesOfLine(records.moments)], () => timeline(records.moments.all()).map(({ id }) => id), sameList)

/** The moments of the line, in their order; the same list until one comes, goes or moves within it. */
export const useTimelineIds = (): readonly MomentId[] => useList(timelineIds)

const priorityIds = ({ records, session, view }: BoardStore): Watched<readonly MomentId[]> =>
  derive([changesOfLine(records.moments), session], () => priorities(view()), sameList)

/** The shortlist, in timeline order. */
export const usePriorities = (): readonly MomentId[] => useList(priorityIds)

/** The records that pass, sorted; the same list until one of them changes. */
function useSelected<Id extends string, Value>(
  from: Collection<Id, Value>,
  passes: (value: Value) => boolean,
  compare: (a: Value, b: Value) => number,
): readonly Value[] {
  const source = useMemo(
    () => derive([onChange(from)], () => from.all().filter(passes).toSorted(compare), sameList),
    [from, passes, compare],
  )
  return useWatched(source)
}

const bySlot = (a: { slot: string; id: string }, b: { slot: string; id: string }): number =>
  compareOrder({ id: a.id, order: a.slot }, { id: b.id, order: b.slot })

/** All of a moment's ideas, withdrawn ones too, in the order that the server drew. */
export function useIdeasOf(moment: MomentId | null): readonly Idea[] {
  const passes = useCallback((idea: Idea) => idea.moment === moment, [moment])
  return useSelected(useStore().records.ideas, passes, bySlot)
}

export function useBuildsOn(idea: IdeaId): readonly Build[] {
  const passes = useCallback((build: Build) => build.idea === idea, [idea])
  return useSelected(useStore().records.builds, passes, bySlot)
}

export function useConcernsOf(moment: MomentId | null): readonly Concern[] {
  const passes = useCallback((concern: Concern) => concern.moment === moment, [moment])
  return useSelected(useStore().records.concerns, passes, bySlot)
}

/** A moment's actions that are not in the bin. */
export function useActionsOf(moment: MomentId | null): readonly Action[] {
  const passes = useCallback((action: Action) => action.moment === moment && !action.removed, [moment])
  return useSelected(useStore().records.actions, passes, compareOrder)
}

/** A moment's ladder, without what is in the bin. */
export function useRungsOf(moment: MomentId | null): readonly Rung[] {
  const passes = useCallback((rung: Rung) => rung.moment === moment && !rung.removed, [moment])
  return useSelected(useStore().records.rungs, passes, compareOrder)
}

const sameRuling = (a: Ruling, b: Ruling) =>
  a.allowed ? b.allowed : !b.allowed && a.reason === b.reason && a.rule === b.rule

/** Would it be allowed now? Renders again only when the answer changes. */
export function useRuling<Name extends CommandName>(name: Name, args: ArgsOf<Name>): Ruling {
  const store = useStore()
  const last = useRef<Ruling | null>(null)
  const written = JSON.stringify(args)
  return useSyncExternalStore(store.changes.subscribe, () => {
    const ruling = store.may(name, JSON.parse(written) as ArgsOf<Name>)
    if (last.current === null || !sameRuling(last.current, ruling)) last.current = ruling
    return last.current
  })
}
