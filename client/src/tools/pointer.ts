import type { Pinch } from '../model/camera.ts'
import { distance, type Point } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'
import { createEdgePan, type EdgePan } from './edge-pan.ts'
import { createSwing, type Swing } from './swing.ts'
import { keepField } from './keep-field.ts'
import type { Contact, Gesture, PointerKind } from './tool.ts'
import type { Toolbox } from './toolbox.ts'
import { states } from './states.ts'
import { tools } from './tools.ts'

const DOUBLE_MS = 400
const DOUBLE_PX = 8
const MIDDLE_BUTTON = 1
/** What a stylus says when it is turned round, or its eraser's button is held. */
const ERASER_BUTTON = 5
const ERASER_BUTTONS = 32
/** A line that a finger has drawn for longer than this is meant: a second finger ends it and doesn't take it back. */
const MEANT_MS = 400
/** A stylus has this many px at most to be where it is expected. */
const AHEAD_PX = 24

interface Finger {
  readonly id: number
  readonly at: Point
}

/** Everything between the browser's pointer events and the tools' gestures: one frame's moves arrive as one gesture. */
interface Session {
  readonly wall: HTMLElement
  readonly bench: Bench
  readonly toolbox: Toolbox
  /** The pointer whose gesture is running, and what it is. */
  active: number | null
  kind: PointerKind
  pressedAt: number
  /** Is the tool in the hand only for this gesture? */
  borrowed: boolean
  /** What was felt last: a device feels nothing when it lifts. */
  pressure: number
  fingers: readonly Finger[]
  pinch: Pinch | null
  /** How fast the two fingers move. */
  swing: Swing
  /** What was dragged last, for when the wall moves under a hand that rests. */
  dragged: PointerEvent | null
  readonly edge: EdgePan
  /** Moves, each with all that the device has told of it. */
  waiting: { readonly event: PointerEvent; readonly fine: readonly PointerEvent[] }[]
  frame: number
  lastPress: { readonly at: Point; readonly time: number } | null
}

function spotIn(box: DOMRect, event: PointerEvent): Point {
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}

function spotOf({ wall }: Session, event: PointerEvent): Point {
  return spotIn(wall.getBoundingClientRect(), event)
}

function kindOf(event: PointerEvent): PointerKind {
  return event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse'
}

function contact(session: Session, event: PointerEvent, box = session.wall.getBoundingClientRect()): Contact {
  const screen = spotIn(box, event)
  const at = session.bench.camera.toBoard(screen)
  if (event.pressure > 0) session.pressure = event.pressure
  const { pressure } = session
  const { shiftKey: shift, altKey: alt, timeStamp: time } = event
  const mod = event.ctrlKey || event.metaKey
  return { at, screen, shift, alt, mod, pointer: kindOf(event), pressure, time }
}

function send({ toolbox, bench, edge }: Session, gesture: Gesture): void {
  toolbox.send(gesture)
  edge.at(gesture.type === 'drag' ? gesture.screen : null)
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
  const last = moves.at(-1)?.event
  if (!last) return
  const here = contact(session, last)
  if (session.active === null) return send(session, { ...here, type: 'hover' })
  session.dragged = last
  const box = session.wall.getBoundingClientRect()
  const trail = moves.flatMap(({ fine }) => fine).map((move) => contact(session, move, box))
  send(session, { ...here, type: 'drag', trail, ahead: aheadOf(session, last, here, box) })
}

/** The wall moved under the hand: what it drags comes along. */
function dragOn(session: Session): void {
  if (session.active === null || session.dragged === null) return
  const here = contact(session, session.dragged)
  send(session, { ...here, type: 'drag', trail: [here], ahead: [] })
}

/** All that the device has told of a move, where the browser passes that on; asked later, Firefox has forgotten where it was. */
function finely(move: PointerEvent): readonly PointerEvent[] {
  const fine = move.getCoalescedEvents?.() ?? []
  return fine.length > 0 ? fine : [move]
}

/** Where a stylus or a finger is likely to be when this frame is seen. A mouse has its own pointer to be compared with. */
function aheadOf(session: Session, last: PointerEvent, here: Contact, box: DOMRect): Contact[] {
  if (here.pointer === 'mouse') return []
  const expected = (last.getPredictedEvents?.() ?? []).map((event) => contact(session, event, box))
  session.pressure = here.pressure
  return expected.slice(0, 2).filter(({ screen }) => distance(screen, here.screen) <= AHEAD_PX)
}

function pinchOf(fingers: readonly Finger[]): Pinch | null {
  const [a, b] = fingers
  if (!a || !b) return null
  return { centre: { x: (a.at.x + b.at.x) / 2, y: (a.at.y + b.at.y) / 2 }, spread: distance(a.at, b.at) }
}

/**
 * The second finger breaks off what the first one was doing and starts to pinch. A line that had only begun is as if it
 * had never been; one that was meant stays as far as it came.
 */
function startPinch(session: Session, event: PointerEvent): void {
  const { toolbox, active } = session
  const last = session.fingers.find(({ id }) => id === active)
  session.waiting = []
  if (active !== null) {
    const meant = isInkInHand(toolbox) && event.timeStamp - session.pressedAt > MEANT_MS
    if (meant && last) send(session, { ...contact(session, event), ...placeOf(session, last.at), type: 'lift' })
    else send(session, { type: 'cancel' })
  }
  giveBack(session)
  session.active = null
  session.pinch = pinchOf(session.fingers)
  session.swing = createSwing()
}

/** What was borrowed for one gesture; the hand of the space bar isn't. */
function giveBack(session: Session): void {
  if (session.borrowed) session.toolbox.borrowHand(false)
  session.borrowed = false
}

const placeOf = ({ bench }: Session, screen: Point) => ({ screen, at: bench.camera.toBoard(screen) })

function isInkInHand({ inHand }: Toolbox): boolean {
  return tools[inHand.get()].shelf === 'ink'
}

/** Where a stylus draws, what touches the wall is a hand that rests or moves the wall, unless the person says otherwise. */
function isPalm({ bench: { desk } }: Session, event: PointerEvent): boolean {
  return event.pointerType === 'touch' && desk.stylus.get() && !desk.fingerDraws.get()
}

/** A stylus goes before fingers: the hand that holds it may have come down first. */
function stylusFirst(session: Session): void {
  session.bench.desk.stylus.set(true)
  if (session.kind === 'touch' && session.active !== null) {
    send(session, { type: 'cancel' })
    giveBack(session)
    session.active = null
  }
  session.fingers = []
  session.pinch = null
}

function onDown(session: Session, event: PointerEvent): void {
  flush(session)
  const { toolbox } = session
  session.bench.camera.halt()
  const at = spotOf(session, event)
  // One that was held until now was captured then.
  if (event.isTrusted) session.wall.setPointerCapture(event.pointerId)
  if (event.pointerType === 'pen') stylusFirst(session)
  if (event.pointerType === 'touch') {
    if (session.active !== null && session.kind === 'pen') return
    session.fingers = [...session.fingers, { id: event.pointerId, at }]
  }
  if (session.fingers.length === 2) return startPinch(session, event)
  const turned = event.button === ERASER_BUTTON || (event.buttons & ERASER_BUTTONS) !== 0
  if (session.active !== null || session.pinch || (event.button > MIDDLE_BUTTON && !turned)) return
  const pulls = event.button === MIDDLE_BUTTON || (isPalm(session, event) && isInkInHand(toolbox))
  session.borrowed = pulls || turned
  if (pulls) toolbox.borrowHand(true)
  else if (turned) toolbox.borrowEraser(true)
  const { lastPress } = session
  const again = lastPress && event.timeStamp - lastPress.time < DOUBLE_MS && distance(lastPress.at, at) < DOUBLE_PX
  session.lastPress = again ? null : { at, time: event.timeStamp }
  session.active = event.pointerId
  session.kind = kindOf(event)
  session.pressedAt = event.timeStamp
  session.pressure = 0.5
  send(session, { ...contact(session, event), type: 'press', clicks: again ? 2 : 1 })
}

function onMove(session: Session, event: PointerEvent): void {
  if (session.fingers.some(({ id }) => id === event.pointerId)) {
    const at = spotOf(session, event)
    session.fingers = session.fingers.map((finger) => (finger.id === event.pointerId ? { ...finger, at } : finger))
  }
  if (session.pinch) {
    const next = pinchOf(session.fingers)
    if (next) {
      session.bench.camera.pinch(session.pinch, next)
      session.swing.add(next.centre, event.timeStamp)
    }
    session.pinch = next
    return
  }
  if (session.active !== null && session.active !== event.pointerId) return
  if (wasLetGoElsewhere(session, event)) return onEnd(session, event)
  session.waiting.push({ event, fine: finely(event) })
  session.frame ||= requestAnimationFrame(() => flush(session))
}

/** A mouse button that was let go where this page heard nothing of it: over another window, or while the browser asked something. */
function wasLetGoElsewhere({ active, kind }: Session, { pointerId, buttons }: PointerEvent): boolean {
  return active === pointerId && kind === 'mouse' && buttons === 0
}

function onEnd(session: Session, event: PointerEvent): void {
  session.fingers = session.fingers.filter(({ id }) => id !== event.pointerId)
  if (session.pinch) {
    // The finger that stays gets no press, so it can't start to draw.
    if (session.fingers.length < 2) endPinch(session, event)
    return
  }
  if (session.active !== event.pointerId) return
  flush(session)
  session.active = null
  send(session, event.type !== 'pointercancel' ? { ...contact(session, event), type: 'lift' } : { type: 'cancel' })
  giveBack(session)
}

/** Two fingers that let go in full swing throw the wall, as one does. */
function endPinch(session: Session, event: PointerEvent): void {
  session.pinch = null
  const speed = event.type === 'pointerup' ? session.swing.letGo(event.timeStamp) : null
  if (speed !== null) session.bench.camera.throw(speed)
}

function onLeave(session: Session): void {
  // Over the text field of a note the pointer is still on the wall.
  if (session.active !== null || session.bench.desk.editing.get() !== null) return
  session.waiting = []
  session.bench.live.hover.set(null)
  session.bench.live.pointer.set(null)
  if (session.bench.live.ghost.get() !== null) session.toolbox.send({ type: 'cancel' })
  session.bench.wall.presence.publish({ cursor: null })
}

/** Equips the tools, and turns what happens on the wall's element into gestures; returns the way to stop. */
export function listenToPointer(wall: HTMLElement, bench: Bench, toolbox: Toolbox): () => void {
  toolbox.equip(states)
  const session: Session = {
    wall,
    bench,
    toolbox,
    active: null,
    kind: 'mouse',
    pressedAt: 0,
    borrowed: false,
    pressure: 0.5,
    fingers: [],
    pinch: null,
    swing: createSwing(),
    dragged: null,
    edge: createEdgePan(bench, () => dragOn(session)),
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
  keepField(wall, bench, leaving.signal)
  return () => {
    leaving.abort()
    cancelAnimationFrame(session.frame)
  }
}
