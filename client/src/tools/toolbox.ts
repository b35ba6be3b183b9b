import { cell, type Cell } from '../model/cell.ts'
import type { Bench } from './bench.ts'
import type { Gesture, ToolState } from './tool.ts'
import { isOffered, tools, type ToolId } from './tools.ts'

/** Where each tool begins and always comes back to. */
export type ToolStates = Readonly<Record<ToolId, ToolState>>

/** The tool in the hand, and the one way for gestures to reach it. */
export interface Toolbox {
  /** What was taken last: the rail's pressed button. */
  readonly held: Pick<Cell<ToolId>, 'get' | 'subscribe'>
  /** What is in the hand at this moment, borrowed or not: the pointer's shape. */
  readonly inHand: Pick<Cell<ToolId>, 'get' | 'subscribe'>
  /** What one finger does on the bare wall with the tool that selects. */
  readonly around: Bench['desk']['around']
  /** Lets the person choose pictures among their files. */
  choosePictures(): void
  /** Breaks off what the old tool was doing. */
  take(id: ToolId): void
  /** Puts the tool down: back to selecting, or to the hand for somebody who only looks on. False if nothing was held. */
  putDown(): boolean
  /** The hand for as long as the space bar or the middle button is down, then the old tool again. */
  borrowHand(on: boolean): void
  /** The eraser for as long as the stylus is turned round; for those who may draw. */
  borrowEraser(on: boolean): void
  /** True between a press and its end. */
  busy(): boolean
  /** From now on the tools know what to do; gestures before that are lost. */
  equip(states: ToolStates): void
  send(gesture: Gesture): void
}

/** One click makes one note, one drag one area: after it the pointer is free again. */
const once: ReadonlySet<ToolId> = new Set<ToolId>(['note', 'text', 'area', 'connector'])

export function createToolbox(bench: Bench): Toolbox {
  const home = (): ToolId => (tools.select.roles.includes(bench.wall.actor().role) ? 'select' : 'hand')
  const held = cell<ToolId>(home())
  const inHand = cell<ToolId>(home())
  let states: ToolStates | null = null
  /** Null while the tool in the hand is at rest. */
  let state: ToolState | null = null

  const swap = (id: ToolId) => {
    if (id === inHand.get()) return
    const running = state ?? states?.[inHand.get()]
    running?.on({ type: 'cancel' }, bench)
    state = null
    bench.live.hover.set(null)
    bench.live.cursor.set(null)
    bench.live.target.set(null)
    bench.live.ghost.set(null)
    inHand.set(id)
  }

  const take = (id: ToolId) => {
    held.set(id)
    swap(id)
  }

  return {
    held,
    inHand,
    around: bench.desk.around,
    // The wall listens for pictures once it is painted: their code is here by then.
    choosePictures: () => void import('./images.ts').then(({ chooseImages }) => chooseImages(bench)),
    take,
    putDown() {
      if (held.get() === home()) return false
      take(home())
      return true
    },
    borrowHand: (on) => swap(on ? 'hand' : held.get()),
    borrowEraser(on) {
      const { wall } = bench
      const mayErase = isOffered(tools.eraser, wall.actor().role, wall.session().phase)
      if (mayErase) swap(on ? 'eraser' : held.get())
    },
    busy: () => state !== null,
    equip: (given) => void (states = given),
    send(gesture) {
      if (states === null) return
      const before = inHand.get()
      const rest = states[before]
      const next = (state ?? rest).on(gesture, bench)
      state = next === rest ? null : next
      if (once.has(before) && gesture.type === 'lift') take(home())
    },
  }
}
