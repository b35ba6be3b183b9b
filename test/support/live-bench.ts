import type { MomentId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Role } from '@momentous/shared/domain/role'
import type { Session } from '@momentous/shared/domain/session'
import { createCamera } from '../../client/src/model/camera.ts'
import type { FrameClock } from '../../client/src/model/flight.ts'
import { centre, type Point } from '@momentous/shared/scene/geometry'
import type { Pictures } from '../../client/src/model/pictures.ts'
import { createScene } from '@momentous/shared/scene/scene'
import { createSelection } from '../../client/src/model/selection.ts'
import { createTextFitter, type Measure } from '@momentous/shared/scene/text-layout'
import type { Wall } from '../../client/src/model/wall.ts'
import { createBench, type Bench } from '../../client/src/tools/bench.ts'
import type { Contact, Gesture } from '../../client/src/tools/tool.ts'
import { states } from '../../client/src/tools/states.ts'
import { createToolbox, type Toolbox } from '../../client/src/tools/toolbox.ts'
import { liveBoard, type LiveBoard } from './live-board.ts'
import { liveWall, type LiveWall } from './live-wall.ts'

/** Every letter half as wide as high: figures that a reader can check. */
export const evenMeasure: Measure = (text, size) => text.length * size * 0.5

export interface HandClock extends FrameClock {
  /** Lets this many milliseconds pass, a frame every 16. */
  pass(ms: number): void
}

export function handClock(still = false): HandClock {
  let time = 0
  let waiting: (() => void)[] = []
  return {
    now: () => time,
    still: () => still,
    next(callback) {
      waiting.push(callback)
      return () => void (waiting = waiting.filter((each) => each !== callback))
    },
    pass(ms) {
      for (const end = time + ms; time < end;) {
        time = Math.min(end, time + 16)
        const now = waiting
        waiting = []
        for (const callback of now) callback()
      }
    },
  }
}

type Line = readonly [MomentId, MomentId, MomentId, MomentId, MomentId, ...MomentId[]]

/** What a hand does at a wall. Places are in board units. */
export interface Gestures {
  readonly bench: Bench
  readonly toolbox: Toolbox
  press(at: Point, more?: Partial<Contact & { clicks: number }>): void
  drag(to: Point, more?: Partial<Contact>): void
  lift(at: Point, more?: Partial<Contact>): void
  cancel(): void
  click(at: Point, more?: Partial<Contact & { clicks: number }>): void
  /** Press, a few moves, lift. */
  pull(from: Point, to: Point, more?: Partial<Contact>): void
  middleOf(id: PieceId): Point
}

/** A hand at any wall, of the tests or of a real board; the camera shows it at 100 %. */
export function handAt(wall: Wall, pictures?: Pictures): Gestures {
  const scene = createScene(wall, createTextFitter(evenMeasure))
  const camera = createCamera(handClock(true))
  camera.resize({ w: 1280, h: 800 })
  const parts = { wall, scene, camera, selection: createSelection(wall) }
  const bench = createBench(pictures === undefined ? parts : { ...parts, pictures })
  const toolbox = createToolbox(bench)
  toolbox.equip(states)
  const contact = (at: Point, more: Partial<Contact> = {}): Contact => {
    const still = { shift: false, alt: false, mod: false, pointer: 'mouse', pressure: 0.5, time: 0 } as const
    return { at, screen: camera.toScreen(at), ...still, ...more }
  }
  const send = (gesture: Gesture) => toolbox.send(gesture)
  const press: Gestures['press'] = (at, more) =>
    send({ ...contact(at, more), type: 'press', clicks: more?.clicks ?? 1 })
  const lift: Gestures['lift'] = (at, more) => send({ ...contact(at, more), type: 'lift' })
  const drag: Gestures['drag'] = (to, more) =>
    send({ ...contact(to, more), type: 'drag', trail: [contact(to, more)], ahead: [] })
  return {
    bench,
    toolbox,
    press,
    drag,
    lift,
    cancel: () => send({ type: 'cancel' }),
    click(at, more) {
      press(at, more)
      lift(at, more)
    },
    pull(from, to, more) {
      press(from, more)
      for (const share of [0.3, 0.7, 1])
        drag({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, more)
      lift(to, more)
    },
    middleOf(id) {
      const piece = scene.piece(id)
      if (!piece) throw new Error(`There is no piece ${id}.`)
      return centre(piece.rect)
    },
  }
}

/** A person's hand at a live wall. */
export interface Hand extends Gestures {
  readonly board: LiveBoard
  readonly wall: LiveWall
  /** The timeline: the dentist's ten, and what the test does to them. */
  readonly line: Line
  places(): readonly unknown[]
}

export function hand(session: Partial<Session> = { phase: 'post' }, role: Role = 'facilitator'): Hand {
  const board = liveBoard(session)
  const wall = liveWall(board, role)
  return {
    ...handAt(wall),
    board,
    wall,
    get line() {
      return board.line() as unknown as Line
    },
    places: () => wall.moments().map(({ id, place, order, removed }) => ({ id, place, order, removed })),
  }
}
