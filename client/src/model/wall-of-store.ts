import type { MomentId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import { kindOfPiece } from '@momentous/shared/rules/pieces'
import { allowed, type Ruling } from '@momentous/shared/rules/ruling'
import type { BoardStore } from './board-store.ts'
import { isDirect, parsed } from './deed.ts'
import type { WallChange } from '@momentous/shared/scene/scene-source'
import type { Wall, WallVerb } from './wall.ts'
import { listeners } from '@momentous/shared/scene/listeners'

/** The store as the canvas and the tools see it. Lives as long as the store: nothing has to be closed. */
export function wallOfStore(store: BoardStore): Wall {
  const { records, session, actor, mine, history, presence, unsaved } = store
  const changed = listeners<[WallChange]>()
  const ideas = countIdeas(store, changed.tell)
  tellChanges(store, changed.tell)

  return {
    presence,
    actor: actor.get,
    session: session.get,
    kindOf: (id) => kindOfPiece(store.view(), id),
    moment: store.view().moment,
    moments: records.moments.all,
    strokes: records.ink.all,
    stroke: (id) => records.ink.get(id as StrokeId),
    shapes: records.shapes.all,
    shape: store.view().shape,
    stages: records.stages.all,
    grade: records.grades.get,
    ideaCount: (id) => ideas.get(id) ?? 0,
    ballot: () => mine.get().dots,
    unsaved: (id) => unsaved.get().has(id),
    newId: store.newId,
    check: store.may,
    act(verb, args) {
      const ruling = doIt(store, verb, args)
      if (!ruling.allowed) store.say(ruling.reason)
      return ruling
    },
    together: store.together,
    withoutTrace: history.withoutTrace,
    withTyping: history.withTyping,
    giveBack: store.giveBack,
    say: store.say,
    isTyping: history.isTyping,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    undo: () => void history.undo(),
    redo: () => void history.redo(),
    subscribe: changed.add,
  }
}

function doIt(store: BoardStore, verb: WallVerb, args: unknown): Ruling {
  if (isDirect(verb)) {
    const given = parsed(verb, args)
    return 'refusal' in given ? given.refusal : store.act(verb, given.args)
  }
  const given = parsed('cast-ballot', args)
  if ('refusal' in given) return given.refusal
  const ruling = store.may('cast-ballot', given.args)
  if (ruling.allowed) {
    void store.ask('cast-ballot', given.args).then((outcome) => {
      if (!outcome.ok) store.say(outcome.reason)
    })
  }
  return ruling.allowed ? allowed : ruling
}

type Tell = (change: WallChange) => void

function tellChanges({ records, session, actor, mine, history, unsaved }: BoardStore, tell: Tell): void {
  records.moments.subscribeChanges((ids) => tell({ kind: 'moments', ids }))
  records.grades.subscribeChanges((ids) => tell({ kind: 'grades', ids }))
  records.ink.subscribeChanges((ids) => tell({ kind: 'ink', ids }))
  records.shapes.subscribeChanges((ids) => tell({ kind: 'shapes', ids }))
  records.stages.subscribeChanges((ids) => tell({ kind: 'stages', ids }))
  session.subscribe(() => tell({ kind: 'session' }))
  // A role that changed changes what may be done, as a phase does.
  actor.subscribe(() => tell({ kind: 'session' }))
  mine.subscribe(() => tell({ kind: 'ballot' }))
  history.subscribe(() => tell({ kind: 'history' }))

  let marked: ReadonlySet<string> = new Set()
  unsaved.subscribe(() => {
    const now = unsaved.get()
    const others = [...marked, ...now].filter((id) => marked.has(id) !== now.has(id))
    marked = now
    const moments = new Set(others.flatMap((id) => records.moments.get(id as MomentId)?.id ?? []))
    const shapes = new Set(others.flatMap((id) => records.shapes.get(id as ShapeId)?.id ?? []))
    if (moments.size > 0) tell({ kind: 'moments', ids: moments })
    if (shapes.size > 0) tell({ kind: 'shapes', ids: shapes })
  })
}

/** How many ideas each moment has, counted anew for the moments of ideas that changed. */
function countIdeas({ records }: BoardStore, tell: Tell): ReadonlyMap<MomentId, number> {
  const counts = new Map<MomentId, number>()
  const count = () => {
    counts.clear()
    for (const { moment, withdrawn } of records.ideas.all()) {
      if (!withdrawn) counts.set(moment, (counts.get(moment) ?? 0) + 1)
    }
  }
  count()
  records.ideas.subscribeChanges((changed) => {
    count()
    tell({ kind: 'ideas', ids: new Set([...changed].flatMap((id) => records.ideas.get(id)?.moment ?? [])) })
  })
  return counts
}
