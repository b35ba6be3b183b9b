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

/** How much one wheel event enlarges. A pinch sends many small steps, a wheel few large ones. */
export function wheelFactor(deltaY: number, pinching: boolean): number {
  const step = Math.max(-100, Math.min(100, deltaY))
  return Math.exp(-step / (pinching ? 100 : 500))
}

/** The wheel zooms at the pointer, two fingers on a pad pan, Shift makes the wheel go sideways. */
export function listenToWheel(wall: HTMLElement, camera: Camera, signal: AbortSignal): void {
  let meaning: WheelMeaning = 'pan'
  let last = -Infinity
  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    if (event.timeStamp - last > PAUSE_MS || event.ctrlKey) meaning = meaningOf(event)
    last = event.timeStamp
    const unit = event.deltaMode === 0 ? 1 : LINE_PX
    const box = wall.getBoundingClientRect()
    const screen = { x: event.clientX - box.left, y: event.clientY - box.top }
    if (meaning === 'zoom') return camera.zoomAt(screen, wheelFactor(event.deltaY * unit, event.ctrlKey))
    const sideways = event.shiftKey && event.deltaX === 0
    camera.pan(-(sideways ? event.deltaY : event.deltaX) * unit, sideways ? 0 : -event.deltaY * unit)
  }
  wall.addEventListener('wheel', onWheel, { passive: false, signal })
}
