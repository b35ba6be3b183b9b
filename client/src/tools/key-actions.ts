import { channelOrder, channels, type Channel } from '@momentous/shared/domain/contact-type'
import { pens } from '@momentous/shared/domain/pen'
import type { Bench } from './bench.ts'
import { duplicateNotes } from './duplicate-notes.ts'
import { editNote, endEditing } from './edit-note.ts'
import { openNoteMenu } from './note-menu.ts'
import { dotByKey } from './press-note.ts'
import type { Toolbox } from './toolbox.ts'
import { toolOrder, tools, isOffered } from './tools.ts'

/** What a key does; false when it has nothing to do here and the browser may have it. */
export type KeyAction = (bench: Bench, toolbox: Toolbox) => boolean

const done = (act: (bench: Bench, toolbox: Toolbox) => void): KeyAction => {
  return (bench, toolbox) => {
    act(bench, toolbox)
    return true
  }
}

/** From the selected note to its neighbour in timeline order; without one, to the first or the last. */
function walk(step: 1 | -1): KeyAction {
  return done(({ scene, selection, camera }) => {
    const order = scene.order()
    const lead = selection.lead()
    const from = lead === null ? (step === 1 ? -1 : order.length) : order.indexOf(lead)
    const next = order[Math.min(order.length - 1, Math.max(0, from + step))]
    const note = next && scene.note(next)
    if (!note) return
    selection.set([note.id])
    camera.reveal(note.rect)
  })
}

/** Earlier or later by one place in the timeline's order. */
function moveInOrder(step: 1 | -1): KeyAction {
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

const edit: KeyAction = (bench) => {
  const lead = bench.selection.lead()
  return lead !== null && editNote(lead, bench)
}

const remove: KeyAction = ({ wall, selection }) => {
  const ids = [...selection.ids()].filter((id) => wall.moment(id)?.locked === false)
  if (ids.length === 0) return false
  if (wall.act('remove-moments', { ids, removed: true }).allowed) selection.clear()
  return true
}

const openMenu: KeyAction = (bench) => {
  const lead = bench.selection.lead()
  return lead !== null && openNoteMenu(lead, 'verbs', bench)
}

/** Where a press means more than selecting, so do the keys: a dot for the selected note, or one back. */
const dot =
  (take: boolean): KeyAction =>
  (bench) => {
    const lead = bench.selection.lead()
    const note = lead === null ? undefined : bench.scene.note(lead)
    return note !== undefined && dotByKey(note, take, bench)
  }

/** Edit, then the gesture, the tool, the selection, and at last the wall itself. */
const escape: KeyAction = (bench, toolbox) => {
  if (bench.desk.editing.get() !== null) endEditing(bench)
  else if (toolbox.busy()) toolbox.send({ type: 'cancel' })
  else if (!toolbox.putDown()) {
    if (bench.selection.ids().size === 0) return false
    bench.selection.clear()
  }
  return true
}

const fitAll: KeyAction = done(({ scene, camera }) => {
  const bounds = scene.bounds()
  if (bounds) camera.fit(bounds)
})

const fitSelection: KeyAction = (bench, toolbox) => {
  const bounds = bench.scene.bounds(bench.selection.ids())
  if (!bounds) return fitAll(bench, toolbox)
  bench.camera.fit(bounds)
  return true
}

/** With notes selected the digit is their contact type, with a pen in the hand its colour; else it is nobody's. */
function typeKey(channel: Channel): KeyAction {
  return ({ wall, selection, desk }, toolbox) => {
    const ids = [...selection.ids()]
    if (ids.length > 0) {
      wall.act('set-contact-type', { ids, channel })
      return true
    }
    const holdsTypePen = toolbox.held.get() === 'pen' && pens[desk.pen.get()].type !== null
    if (!holdsTypePen && wall.session().phase !== 'colour') return false
    desk.pen.set(channel)
    toolbox.take('pen')
    return true
  }
}

function first(...actions: readonly KeyAction[]): KeyAction {
  return (bench, toolbox) => actions.some((action) => action(bench, toolbox))
}

const takeTool = Object.fromEntries(
  toolOrder.flatMap((id) => {
    const tool = tools[id]
    const take: KeyAction = ({ wall }, toolbox) => {
      if (!isOffered(tool, wall.actor().role, wall.session().phase)) return false
      toolbox.take(id)
      return true
    }
    return tool.shortcut === null ? [] : [[tool.shortcut.toLowerCase(), take] as const]
  }),
)

const typeKeys = Object.fromEntries(channelOrder.map((id) => [String(channels[id].digit), typeKey(id)] as const))

/** Single keys and chords that work wherever nothing is being typed. */
export const keysAnywhere: Readonly<Record<string, KeyAction>> = {
  ...takeTool,
  ...typeKeys,
  '1': first(typeKey('face'), fitAll),
  'shift+1': fitAll,
  'shift+2': fitSelection,
  'mod+z': done(({ wall }) => wall.undo()),
  'mod+y': done(({ wall }) => wall.redo()),
  'shift+mod+z': done(({ wall }) => wall.redo()),
  '+': done(({ camera }) => camera.zoomTo(camera.view().zoom * 1.25)),
  '-': done(({ camera }) => camera.zoomTo(camera.view().zoom / 1.25)),
  'mod+0': done(({ camera }) => camera.zoomTo(1)),
}

/** Keys that belong to the wall while it has the focus. */
export const keysOnWall: Readonly<Record<string, KeyAction>> = {
  arrowright: walk(1),
  arrowdown: walk(1),
  arrowleft: walk(-1),
  arrowup: walk(-1),
  'alt+arrowright': moveInOrder(1),
  'alt+arrowdown': moveInOrder(1),
  'alt+arrowleft': moveInOrder(-1),
  'alt+arrowup': moveInOrder(-1),
  enter: first(dot(false), edit),
  delete: first(dot(true), remove),
  backspace: first(dot(true), remove),
  'mod+a': done(({ scene, selection }) => selection.set(scene.order())),
  'mod+d': duplicateNotes,
  f2: openMenu,
  'shift+f10': openMenu,
  escape,
}
