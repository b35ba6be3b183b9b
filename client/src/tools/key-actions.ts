import type { Channel } from '@momentous/shared/domain/contact-type'
import { pens } from '@momentous/shared/domain/pen'
import type { Bench } from './bench.ts'
import { addNote, editNote, endEditing } from './edit-note.ts'
import { editShape, endWriting } from './edit-shape.ts'
import { stopFollowing } from './following.ts'
import { everything } from './everything.ts'
import { goTo } from './kept-pieces.ts'
import { placeOnLine } from './selection-news.ts'
import { openNoteMenu, openPieceMenu } from './note-menu.ts'
import { dotByKey } from './press-note.ts'
import { eraseStrokes } from './erase-strokes.ts'
import { endNaming } from './stages.ts'
import type { Toolbox } from './toolbox.ts'

/** What a key does; false when it has nothing to do here and the browser may have it. */
export type KeyAction = (bench: Bench, toolbox: Toolbox) => boolean

const done = (act: (bench: Bench, toolbox: Toolbox) => void): KeyAction => {
  return (bench, toolbox) => {
    act(bench, toolbox)
    return true
  }
}

/** From the selected note to its neighbour in timeline order, also of one that is gone; without any, to the first or the last. */
export function walk(step: 1 | -1): KeyAction {
  return done((bench) => {
    const { scene, selection, camera, desk } = bench
    const order = scene.order()
    const lead = selection.lead()
    const [start, end] = [desk.stood.get() ?? 0, desk.stood.get() ?? order.length]
    const from = lead === null ? (step === 1 ? start - 1 : end) : order.indexOf(lead)
    const next = order[Math.min(order.length - 1, Math.max(0, from + step))]
    const note = next && scene.note(next)
    if (!note) return
    goTo(note.id, bench)
    camera.reveal(note.rect)
  })
}

/** The first note or the last. */
export function walkTo(end: 0 | -1): KeyAction {
  return done((bench) => {
    const { scene, camera } = bench
    const id = scene.order().at(end)
    const note = id && scene.note(id)
    if (!note) return
    goTo(note.id, bench)
    camera.reveal(note.rect)
  })
}

/** Earlier or later by one place in the timeline's order. */
export function moveInOrder(step: 1 | -1): KeyAction {
  return ({ scene, selection, wall }) => {
    const lead = selection.lead()
    const order = scene.order().slice(0, scene.onTimeline())
    const from = lead === null ? -1 : order.indexOf(lead)
    const to = from + step
    if (lead === null || from < 0 || to < 0 || to >= order.length) return false
    const others = order.filter((id) => id !== lead)
    wall.act('reorder-moments', { ids: [lead], after: others[to - 1] ?? null })
    return true
  }
}

export const edit: KeyAction = (bench) => {
  const lead = bench.selection.lead()
  if (lead !== null) return editNote(lead, bench)
  const [id, ...others] = bench.selection.pieces()
  const shape = id === undefined || others.length > 0 ? undefined : bench.wall.shape(id)
  return shape !== undefined && editShape(shape.id, bench)
}

export const remove: KeyAction = (bench) => {
  const { wall, selection } = bench
  const ids = [...selection.ids()].filter((id) => wall.moment(id)?.locked === false)
  const shapes = [...selection.pieces()].flatMap((id) => wall.shape(id) ?? []).filter(({ locked }) => !locked)
  const strokes = [...selection.pieces()].flatMap((id) => wall.stroke(id)?.id ?? [])
  if (ids.length + shapes.length + strokes.length === 0) return false
  const stood = placeOnLine(bench)
  wall.together(() => {
    if (ids.length > 0 && !wall.act('remove-moments', { ids, removed: true }).allowed) return
    if (strokes.length > 0 && !eraseStrokes(strokes, bench)) return
    const removed = shapes.map(({ id }) => id)
    if (removed.length === 0 || wall.act('remove-shapes', { ids: removed, removed: true }).allowed) selection.clear()
  })
  if (selection.lead() === null) bench.desk.stood.set(stood)
  return true
}

export const openMenu: KeyAction = (bench) => {
  const lead = bench.selection.lead()
  if (lead !== null) return openNoteMenu(lead, 'verbs', bench)
  const { selection, scene, camera } = bench
  const [id] = selection.pieces()
  const bounds = scene.bounds(selection.pieces())
  if (id === undefined || !bounds) return false
  const { zoom } = camera.view()
  return openPieceMenu(id, bench, { ...camera.toScreen(bounds), w: bounds.w * zoom, h: bounds.h * zoom })
}

/** Where a press means more than selecting, so do the keys: a dot for the selected note, or one back. */
export const dot =
  (take: boolean): KeyAction =>
  (bench) => {
    const lead = bench.selection.lead()
    const note = lead === null ? undefined : bench.scene.note(lead)
    return note !== undefined && dotByKey(note, take, bench)
  }

/** Edit, then the gesture, the tool, the selection, and at last the wall itself. */
export const escape: KeyAction = (bench, toolbox) => {
  if (bench.desk.menu.get() !== null) bench.desk.menu.set(null)
  else if (bench.desk.editing.get() !== null) endEditing(bench)
  else if (bench.desk.writing.get() !== null) endWriting(bench)
  else if (bench.desk.naming.get() !== null) endNaming(bench)
  else if (toolbox.busy()) toolbox.send({ type: 'cancel' })
  else if (!toolbox.putDown()) {
    if (bench.selection.pieces().size > 0) bench.selection.clear()
    else if (bench.desk.following.get() !== null) stopFollowing(bench)
    else return false
  }
  return true
}

export const fitAll: KeyAction = done(({ scene, camera }) => {
  const bounds = scene.bounds()
  if (bounds) camera.fit(bounds)
})

export const fitSelection: KeyAction = (bench, toolbox) => {
  const bounds = bench.scene.bounds(bench.selection.pieces())
  if (!bounds) return fitAll(bench, toolbox)
  bench.camera.fit(bounds)
  return true
}

export const selectAll: KeyAction = done((bench) => bench.selection.set(everything(bench)))
export const undo: KeyAction = done(({ wall }) => wall.undo())
export const redo: KeyAction = done(({ wall }) => wall.redo())
export const zoomBy = (factor: number): KeyAction => done(({ camera }) => camera.zoomTo(camera.view().zoom * factor))
/** How much of the screen one press of a key goes on. */
const LEAP = 0.6

/** Looks further that way. */
export function look(x: -1 | 0 | 1, y: -1 | 0 | 1): KeyAction {
  return done(({ camera }) => {
    const { w, h } = camera.free()
    camera.glideBy(-x * w * LEAP, -y * h * LEAP)
  })
}

export const fullSize: KeyAction = done(({ camera }) => camera.zoomTo(1))

/** Does a digit choose a pen now? */
export function holdsTypePen({ wall, desk }: Bench, toolbox: Toolbox): boolean {
  const held = toolbox.held.get() === 'pen' && pens[desk.pen.get()].type !== null
  return held || wall.session().phase === 'colour'
}

/** With notes selected the digit is their contact type, with a pen in the hand its colour; else it is nobody's. */
export function typeKey(channel: Channel): KeyAction {
  return (bench, toolbox) => {
    const { wall, selection, desk } = bench
    const ids = [...selection.ids()]
    if (ids.length > 0) {
      wall.act('set-contact-type', { ids, channel })
      return true
    }
    if (!holdsTypePen(bench, toolbox)) return false
    desk.pen.set(channel)
    toolbox.take('pen')
    return true
  }
}

export const makeNote: KeyAction = done(addNote)

/** Where nobody points at the wall, or with the tool in the hand already, its key makes the note at once. */
export const noteAtOnce: KeyAction = (bench, toolbox) => {
  if (toolbox.held.get() !== 'note' && bench.live.pointer.get() !== null) return false
  toolbox.putDown()
  addNote(bench)
  return true
}
