import type { Camera } from '../model/camera.ts'

/** Events closer together than this belong to one movement of the hand. */
const PAUSE_MS = 200
/** A notch of a mouse wheel is at least this much at once, and straight; two fingers on a pad begin gently. */
const NOTCH = 50
const LINE_PX = 16

export type WheelMeaning = 'zoom' | 'pan'

/** Is this first event of a movement from a mouse wheel, which zooms, or from a pad, which pans? */
export function meaningOf({
  deltaX,
  deltaY,
  deltaMode,
  ctrlKey,
  shiftKey,
}: Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'shiftKey'>): WheelMeaning {
  // Browsers report a pinch on a pad as a wheel with Ctrl.
  if (ctrlKey) return 'zoom'
  if (shiftKey || deltaX !== 0) return 'pan'
  return deltaMode !== 0 || Math.abs(deltaY) >= NOTCH ? 'zoom' : 'pan'
}

/** How much one wheel event enlarges. A pinch sends many small steps, a wheel, with Ctrl too, few large ones. */
export function wheelFactor(deltaY: number, withCtrl: boolean): number {
  const step = Math.max(-100, Math.min(100, deltaY))
  return Math.exp(-step / (withCtrl && Math.abs(step) < NOTCH ? 100 : 500))
}

/** Is it the wall that this wheel turns over, or the field of a piece's words, which lies on it? */
function isOverWall(wall: HTMLElement, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return wall.contains(target) || (target instanceof HTMLTextAreaElement && wall.parentElement === target.parentElement)
}

/** What a step of the wheel is in px. */
function unitOf({ deltaMode }: WheelEvent, height: number): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return LINE_PX
  return deltaMode === WheelEvent.DOM_DELTA_PAGE ? height : 1
}

/**
 * The wheel zooms at the pointer, two fingers on a pad pan, Shift makes the wheel go sideways. A pinch over the controls
 * that float on the wall is for the wall too: enlarging them would take the page apart.
 */
export function listenToWheel(wall: HTMLElement, camera: Camera, signal: AbortSignal): void {
  let meaning: WheelMeaning = 'pan'
  let last = -Infinity
  const around = wall.closest('main') ?? wall
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !isOverWall(wall, event.target)) return
    event.preventDefault()
    if (event.timeStamp - last > PAUSE_MS || event.ctrlKey) meaning = meaningOf(event)
    last = event.timeStamp
    const box = wall.getBoundingClientRect()
    const unit = unitOf(event, box.height)
    const screen = { x: event.clientX - box.left, y: event.clientY - box.top }
    if (meaning === 'zoom') return camera.zoomAt(screen, wheelFactor(event.deltaY * unit, event.ctrlKey))
    const sideways = event.shiftKey && event.deltaX === 0
    camera.pan(-(sideways ? event.deltaY : event.deltaX) * unit, sideways ? 0 : -event.deltaY * unit)
  }
  around.addEventListener('wheel', onWheel, { passive: false, signal })
  listenToPadPinch(wall, around, camera, signal)
}

/** What Safari says of a pinch on a pad; no type of the platform knows it. */
type PadPinch = Event & Partial<Record<'scale' | 'clientX' | 'clientY', unknown>>

const figure = (given: unknown, otherwise: number): number => (typeof given === 'number' ? given : otherwise)

/** Safari tells of a pinch on a pad in events of its own; with fingers on the screen the pointers tell of it. */
function listenToPadPinch(wall: HTMLElement, around: HTMLElement, camera: Camera, signal: AbortSignal): void {
  let before = 1
  const onPinch = (event: PadPinch) => {
    event.preventDefault()
    if (navigator.maxTouchPoints > 0) return
    const scale = figure(event.scale, 1)
    const box = wall.getBoundingClientRect()
    const at = { x: figure(event.clientX, box.left) - box.left, y: figure(event.clientY, box.top) - box.top }
    if (event.type === 'gesturechange' && before > 0) camera.zoomAt(at, scale / before)
    before = scale
  }
  for (const type of ['gesturestart', 'gesturechange', 'gestureend']) around.addEventListener(type, onPinch, { signal })
}
