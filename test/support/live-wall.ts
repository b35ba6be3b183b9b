import { readMoment, readShape, readStage } from '@momentous/shared/board/read'
import type { CommandName } from '@momentous/shared/commands/commands'
import type { Grade } from '@momentous/shared/domain/assessment'
import type { MomentId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import { newId } from '@momentous/shared/domain/id'
import { kindOfPiece } from '@momentous/shared/rules/pieces'
import * as Y from 'yjs'
import type { GivenBack } from '../../client/src/model/offered.ts'
import { createCollection } from '../../client/src/model/collection.ts'
import { readerOfStrokes } from '../../client/src/model/kept-points.ts'
import type { WallChange } from '@momentous/shared/scene/scene-source'
import type { OwnPresence, Peer, Wall } from '../../client/src/model/wall.ts'
import { actorOf, type LiveBoard } from './live-board.ts'
import { seededRandom } from './seeded-random.ts'

/** What a test changes of a wall from outside, and what it sees of it. */
export interface LiveWall extends Wall {
  readonly published: Partial<OwnPresence>
  /** Every verb in turn, refused ones too. */
  readonly acts: readonly CommandName[]
  /** Every sentence that was said to this person. */
  readonly said: readonly string[]
  /** Everything that went back to this person. */
  readonly givenBack: readonly GivenBack[]
  setPeers(peers: readonly Peer[]): void
  setGrade(grade: Grade): void
  setIdeas(id: MomentId, count: number): void
}

/** The wall of a live board as one role sees it: real document, real rules, no server. */
export function liveWall(live: LiveBoard, role: Role = 'facilitator', seed = 7): LiveWall {
  const { board } = live
  const actor = actorOf(role)
  const random = seededRandom(seed)
  const moments = createCollection(readMoment)
  const ink = createCollection(readerOfStrokes())
  const shapes = createCollection(readShape)
  const stages = createCollection(readStage)
  const listeners = new Set<(change: WallChange) => void>()
  const tell = (change: WallChange) => listeners.forEach((listener) => listener(change))
  moments.follow(board.moments)
  ink.follow(board.ink)
  shapes.follow(board.shapes)
  stages.follow(board.stages)
  moments.subscribeChanges((ids) => tell({ kind: 'moments', ids }))
  ink.subscribeChanges((ids) => tell({ kind: 'ink', ids }))
  shapes.subscribeChanges((ids) => tell({ kind: 'shapes', ids }))
  stages.subscribeChanges((ids) => tell({ kind: 'stages', ids }))
  board.session.observe(() => tell({ kind: 'session' }))

  const undo = new Y.UndoManager([board.moments, board.ink, board.shapes, board.stages], {
    captureTimeout: 0,
    trackedOrigins: new Set([null]),
  })
  undo.on('stack-item-added', () => tell({ kind: 'history' }))
  undo.on('stack-item-popped', () => tell({ kind: 'history' }))
  const grades = new Map<MomentId, Grade>()
  const ideas = new Map<MomentId, number>()
  const acts: CommandName[] = []
  const said: string[] = []
  const givenBack: GivenBack[] = []
  let ballot: Readonly<Record<string, number>> = {}
  let peers: readonly Peer[] = []
  const watchers = new Set<() => void>()
  let published: Partial<OwnPresence> = {}

  return {
    get published() {
      return published
    },
    acts,
    said,
    givenBack,
    presence: {
      silent: () => false,
      peers: () => peers,
      publish: (own) => void (published = { ...published, ...own }),
      subscribe(listener) {
        watchers.add(listener)
        return () => void watchers.delete(listener)
      },
    },
    actor: () => actor,
    session: () => live.view().session,
    kindOf: (id) => kindOfPiece(live.view(), id),
    moment: (id) => moments.get(id as MomentId),
    moments: () => moments.all(),
    strokes: () => ink.all(),
    stroke: (id) => ink.get(id as StrokeId),
    shapes: () => shapes.all(),
    shape: (id) => shapes.get(id as ShapeId),
    stages: () => stages.all(),
    grade: (id) => grades.get(id),
    ideaCount: (id) => ideas.get(id) ?? 0,
    ballot: () => ballot,
    unsaved: () => false,
    newId: () => newId(random),
    check: (verb, args) => live.check(verb, args, role),
    act(verb, args) {
      acts.push(verb)
      const ruling = live.run(verb, args, role)
      if (ruling.allowed && verb === 'cast-ballot') {
        ballot = (args as { dots: Record<string, number> }).dots
        tell({ kind: 'ballot' })
      }
      return ruling
    },
    together: (change) => board.doc.transact(change),
    withoutTrace: (change) => board.doc.transact(change, 'traceless'),
    withTyping: (_text, change) => board.doc.transact(change),
    giveBack: (given) => void givenBack.push(given),
    say: (sentence) => void said.push(sentence),
    isTyping: () => false,
    canUndo: () => undo.canUndo(),
    canRedo: () => undo.canRedo(),
    undo: () => void undo.undo(),
    redo: () => void undo.redo(),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    setPeers(next) {
      peers = next
      watchers.forEach((watcher) => watcher())
    },
    setGrade(grade) {
      grades.set(grade.moment, grade)
      tell({ kind: 'grades', ids: new Set([grade.moment]) })
    },
    setIdeas(id, count) {
      ideas.set(id, count)
      tell({ kind: 'ideas', ids: new Set([id]) })
    },
  }
}
