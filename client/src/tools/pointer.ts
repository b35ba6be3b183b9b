import type { Pinch } from '../model/camera.ts'
import { distance, type Point } from '../model/geometry.ts'
import type { Bench } from './bench.ts'
import type { Contact, Gesture, PointerKind } from './tool.ts'
import type { Toolbox } from './toolbox.ts'
import { listenToWheel } from './wheel.ts'

const DOUBLE_MS = 400
const DOUBLE_PX = 8
const MIDDLE_BUTTON = 1

interface Finger {
  readonly id: number
  readonly at: Point
}

/** Everything between the browser's pointer events and the tools' gestures: one frame's moves arrive as one gesture. */
interface Session {
  readonly wall: HTMLElement
  readonly bench: Bench
  readonly toolbox: Toolbox
  /** The pointer whose gesture is running. */
  active: number | null
  fingers: readonly Finger[]
  pinch: Pinch | null
  waiting: PointerEvent[]
  frame: number
  lastPress: { readonly at: Point; readonly time: number } | null
}

function spotOf({ wall }: Session, event: PointerEvent): Point {
  const box = wall.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}

function kindOf(event: PointerEvent): PointerKind {
  return event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse'
}

function contact(session: Session, event: PointerEvent): Contact {
  const screen = spotOf(session, event)
  const at = session.bench.camera.toBoard(screen)
  const pressure = event.pressure > 0 ? event.pressure : 0.5
  return { at, screen, shift: event.shiftKey, alt: event.altKey, pointer: kindOf(event), pressure }
}

function send({ toolbox, bench }: Session, gesture: Gesture): void {
  toolbox.send(gesture)
  if (gesture.type === 'cancel') return
  bench.live.pointer.set(gesture.screen)
  bench.wall.presence.publish({ cursor: gesture.at })
}

/** Hands over the moves of this frame: the tools hear of one move, with all its points for those who draw. */
function flush(session: Session): void {
  cancelAnimationFrame(session.frame)
  session.frame = 0
  const moves = session.waiting
  session.waiting = []
  const last = moves.at(-1)
  if (!last) return
  const here = contact(session, last)
  if (session.active === null) return send(session, { ...here, type: 'hover' })
  const fine = moves.flatMap((move) => (move.getCoalescedEvents?.().length ? move.getCoalescedEvents() : [move]))
  send(session, { ...here, type: 'drag', trail: fine.map((move) => contact(session, move)) })
}

function pinchOf(fingers: readonly Finger[]): Pinch | null {
  const [a, b] = fingers
  if (!a || !b) return null
  return { centre: { x: (a.at.x + b.at.x) / 2, y: (a.at.y + b.at.y) / 2 }, spread: distance(a.at, b.at) }
}

/** The second finger breaks off what the first one was doing and starts to pinch. */
function startPinch(session: Session): void {
  session.waiting = []
  if (session.active !== null) send(session, { type: 'cancel' })
  session.active = null
  session.pinch = pinchOf(session.fingers)
}

function onDown(session: Session, event: PointerEvent): void {
  flush(session)
  const at = spotOf(session, event)
  session.wall.setPointerCapture(event.pointerId)
  if (event.pointerType === 'touch') session.fingers = [...session.fingers, { id: event.pointerId, at }]
  if (session.fingers.length === 2) return startPinch(session)
  if (session.active !== null || session.pinch || event.button > MIDDLE_BUTTON) return
  if (event.button === MIDDLE_BUTTON) session.toolbox.borrowHand(true)
  const { lastPress } = session
  const again = lastPress && event.timeStamp - lastPress.time < DOUBLE_MS && distance(lastPress.at, at) < DOUBLE_PX
  session.lastPress = again ? null : { at, time: event.timeStamp }
  session.active = event.pointerId
  send(session, { ...contact(session, event), type: 'press', clicks: again ? 2 : 1 })
}

function onMove(session: Session, event: PointerEvent): void {
  if (session.fingers.some(({ id }) => id === event.pointerId)) {
    const at = spotOf(session, event)
    session.fingers = session.fingers.map((finger) => (finger.id === event.pointerId ? { ...finger, at } : finger))
  }
  if (session.pinch) {
    const next = pinchOf(session.fingers)
    if (next) session.bench.camera.pinch(session.pinch, next)
    session.pinch = next
    return
  }
  if (session.active !== null && session.active !== event.pointerId) return
  session.waiting.push(event)
  session.frame ||= requestAnimationFrame(() => flush(session))
}

function onEnd(session: Session, event: PointerEvent): void {
  session.fingers = session.fingers.filter(({ id }) => id !== event.pointerId)
  if (session.pinch) {
    // The finger that stays gets no press, so it can't start to draw.
    if (session.fingers.length < 2) session.pinch = null
    return
  }
  if (session.active !== event.pointerId) return
  flush(session)
  session.active = null
  send(session, event.type === 'pointerup' ? { ...contact(session, event), type: 'lift' } : { type: 'cancel' })
  if (event.button === MIDDLE_BUTTON) session.toolbox.borrowHand(false)
}

function onLeave(session: Session): void {
  // Over the text field of a note the pointer is still on the wall.
  if (session.active !== null || session.bench.desk.editing.get() !== null) return
  session.waiting = []
  session.bench.live.hover.set(null)
  session.bench.live.pointer.set(null)
  session.bench.wall.presence.publish({ cursor: null })
}

/** Turns what happens on the wall's element into gestures; returns the way to stop. */
export function listenToPointer(wall: HTMLElement, bench: Bench, toolbox: Toolbox): () => void {
  const session: Session = {
    wall,
    bench,
    toolbox,
    active: null,
    fingers: [],
    pinch: null,
    waiting: [],
    frame: 0,
    lastPress: null,
  }
  const leaving = new AbortController()
  const on = (
    type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'pointerleave',
    hear: (event: PointerEvent) => void,
  ) => wall.addEventListener(type, hear, { signal: leaving.signal })
  on('pointerdown', (event) => onDown(session, event))
  on('pointermove', (event) => onMove(session, event))
  on('pointerup', (event) => onEnd(session, event))
  on('pointercancel', (event) => onEnd(session, event))
  on('pointerleave', () => onLeave(session))
  listenToWheel(wall, bench.camera, leaving.signal)
  return () => {
    leaving.abort()
    cancelAnimationFrame(session.frame)
  }
}
