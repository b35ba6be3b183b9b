import { channelOrder, channels } from '@momentous/shared/domain/contact-type'
import type { MomentId } from '@momentous/shared/domain/id'
import { cornerWords, toolWords } from '../words/canvas.ts'
import { clipboardWords } from '../words/clipboard.ts'
import { commandWords, wallCommandWords as words, type CommandGroup } from '../words/commands.ts'
import { connectorWords } from '../words/shapes.ts'
import { imageWords } from '../words/shape-tools.ts'
import { wallMenuWords } from '../words/wall-menu.ts'
import { webLinkWords } from '../words/web-links.ts'
import { arrangeVerbs } from './arrange-verbs.ts'
import { arounds, type Bench } from './bench.ts'
import { pasteNow, pasteRefusal, toClipboard } from './clipboard.ts'
import { connect, connectHere, detach, detachRefusal, isConnecting } from './connector-keys.ts'
import { duplicatePieces, duplicateRefusal } from './duplicate-pieces.ts'
import { changeErasing, holdsPen, widthBy } from './ink-keys.ts'
import { chooseImages, imageRefusal } from './images.ts'
import { keepSelected } from './kept-pieces.ts'
import * as keys from './key-actions.ts'
import type { KeyAction } from './key-actions.ts'
import { lookCommands } from './look-commands.ts'
import { nudgeCommands } from './nudge.ts'
import { openLink, selectedLink } from './open-link.ts'
import { editRefusal, removeRefusal } from './piece-refusals.ts'
import { canPutHere, putHere } from './put-here.ts'
import { pressOf } from './press-note.ts'
import { stageCommands } from './stage-keys.ts'
import { sizeCommands } from './size-keys.ts'
import type { Toolbox } from './toolbox.ts'
import { isOffered, toolOrder, tools } from './tools.ts'
import { hasShapes, walkShapes } from './walk-shapes.ts'

/** Something that a key does on the wall, and the list of commands too. */
export interface WallCommand {
  readonly label: string
  readonly group: CommandGroup
  /** Chords, in the names of `chordOf`; the first is the one to learn. */
  readonly keys: readonly string[]
  /** Its keys belong to the wall while it has the focus. */
  readonly onWall: boolean
  /** Why it does nothing now, in a sentence. */
  refusal(bench: Bench, toolbox: Toolbox): string | null
  readonly act: KeyAction
  /** Where the browser has the key: what the list of commands does. */
  readonly listed?: KeyAction
}

type Refusal = WallCommand['refusal']

const always: Refusal = () => null
const canUndo: Refusal = ({ wall }) => (wall.canUndo() ? null : toolWords.nothingToUndo)
const canRedo: Refusal = ({ wall }) => (wall.canRedo() ? null : words.nothingToRedo)
const somethingInHand: Refusal = ({ desk, selection }, toolbox) => {
  const free = desk.editing.get() === null && selection.pieces().size === 0 && toolbox.held.get() === 'select'
  return free ? commandWords.nothingToPutDown : null
}
const withNotes: Refusal = ({ scene }) => (scene.order().length === 0 ? commandWords.noNotes : null)
const withSomething: Refusal = ({ scene }) => (scene.bounds() === null ? wallMenuWords.empty : null)

const withPen: Refusal = (_bench, toolbox) => (holdsPen(toolbox) ? null : commandWords.drawFirst)

const withMaker: Refusal = (_bench, toolbox) => (canPutHere(toolbox) ? null : commandWords.makerFirst)

const whileConnecting: Refusal = (bench, toolbox) => (isConnecting(bench, toolbox) ? null : commandWords.connectFirst)
const withShapes: Refusal = (bench) => (hasShapes(bench) ? null : connectorWords.noShapes)
const withSeveral: Refusal = ({ selection }) => (selection.pieces().size < 2 ? commandWords.selectTwo : null)

const withPieces: Refusal = ({ selection }) => (selection.pieces().size === 0 ? clipboardWords.selectFirst : null)
const withLink: Refusal = (bench) => (selectedLink(bench) === null ? webLinkWords.none : null)

const whileVoting: Refusal = (bench) => {
  const lead = bench.selection.lead()
  const note = lead === null ? undefined : bench.scene.note(lead)
  if (!note) return commandWords.selectFirst
  return pressOf(note, bench) ? null : commandWords.dotsInChoose
}

const movable: Refusal = ({ selection, scene }) => {
  const lead = selection.lead()
  if (lead === null) return commandWords.selectFirst
  return scene.order().indexOf(lead) < scene.onTimeline() ? null : commandWords.notOnTimeline
}

const onWall = (
  group: CommandGroup,
  label: string,
  chords: string[],
  refusal: Refusal,
  act: KeyAction,
): WallCommand => ({
  ...{ group, label, keys: chords, refusal, act },
  onWall: true,
})
const anywhere = (...facts: Parameters<typeof onWall>): WallCommand => ({ ...onWall(...facts), onWall: false })

const mayAdd: Refusal = ({ wall }) => {
  const ruling = wall.check('add-moment', { id: wall.newId<MomentId>(), text: '', after: 'last' })
  return ruling.allowed ? null : ruling.reason
}

const takeTool = Object.fromEntries(
  toolOrder.map((id) => {
    const tool = tools[id]
    const offered = ({ wall }: Bench) => isOffered(tool, wall.actor().role, wall.session().phase)
    const take: KeyAction = (bench, toolbox) => {
      if (!offered(bench)) return false
      if (id !== 'note' || !keys.noteAtOnce(bench, toolbox)) toolbox.take(id)
      return true
    }
    const chords = tool.shortcut === null ? [] : [tool.shortcut.toLowerCase()]
    const refusal: Refusal = (bench) => (offered(bench) ? null : toolWords.notNow)
    const label = id === 'note' ? words.takeNote : words.take(tool.label)
    return [`take-${id}`, anywhere('tools', label, chords, refusal, take)]
  }),
)

const setType = Object.fromEntries(
  channelOrder.map((id) => {
    const { digit, label } = channels[id]
    const act = keys.typeKey(id)
    const refusal: Refusal = (bench, toolbox) => {
      const chosen = [...bench.selection.ids()]
      if (chosen.length === 0) return keys.holdsTypePen(bench, toolbox) ? null : commandWords.penFirst
      const ruling = bench.wall.check('set-contact-type', { ids: chosen, channel: id })
      return ruling.allowed ? null : ruling.reason
    }
    return [`type-${id}`, anywhere('types', words.type(label), [String(digit)], refusal, act)]
  }),
)

const arrange = Object.fromEntries(
  Object.entries(arrangeVerbs).map(([name, { label, keys: chords, refusal, act }]) => {
    const doIt: KeyAction = (bench) => {
      if (refusal(bench) !== null) return false
      act(bench)
      return true
    }
    return [name, anywhere('notes', label, [...chords], refusal, doIt)]
  }),
)

const look = Object.fromEntries(
  Object.entries(lookCommands).map(([name, { label, group, refusal, act }]) => {
    return [name, anywhere(group, label, [], refusal, act)]
  }),
)

const nudge = Object.fromEntries(
  Object.entries({ ...nudgeCommands, ...sizeCommands }).map(([name, { label, chord, refusal, act }]) => {
    return [name, onWall('notes', label, [chord], refusal, act)]
  }),
)

const stages = Object.fromEntries(
  Object.entries(stageCommands).map(([name, { label, keys: chords, refusal, act }]) => {
    return [name, onWall('notes', label, [...chords], refusal, act)]
  }),
)

const selectAround = Object.fromEntries(
  arounds.map((around) => {
    const act: KeyAction = ({ desk, wall }, toolbox) => {
      if (!tools.select.roles.includes(wall.actor().role)) return false
      desk.around.set(around)
      toolbox.take('select')
      return true
    }
    return [`around-${around}`, anywhere('tools', toolWords.around[around], [], always, act)]
  }),
)

const choosePicture: KeyAction = (bench) => {
  if (imageRefusal(bench) !== null) return false
  chooseImages(bench)
  return true
}

/** The registry, in the order in which keys that mean several things are tried: add a command with one line. */
export const wallCommands: Readonly<Record<string, WallCommand>> = {
  'connect-here': onWall('notes', words.connectHere, ['enter'], whileConnecting, connectHere('to')),
  'put-here': onWall('tools', words.putHere, ['enter'], withMaker, putHere),
  'begin-here': onWall('notes', connectorWords.beginHere, ['shift+enter'], whileConnecting, connectHere('from')),
  'keep-selected': onWall('notes', words.keepSelected, ['shift+enter'], withPieces, keepSelected),
  'put-dot': onWall('notes', words.putDot, ['enter'], whileVoting, keys.dot(false)),
  'take-dot': onWall('notes', words.takeDot, ['delete', 'backspace'], whileVoting, keys.dot(true)),
  edit: onWall('notes', words.edit, ['enter'], editRefusal, keys.edit),
  remove: onWall('notes', words.remove, ['delete', 'backspace'], removeRefusal, keys.remove),
  duplicate: onWall('notes', words.duplicate, ['mod+d'], duplicateRefusal, duplicatePieces),
  copy: anywhere('notes', clipboardWords.copy, ['mod+c'], withPieces, toClipboard('copy')),
  cut: anywhere('notes', clipboardWords.cut, ['mod+x'], withPieces, toClipboard('cut')),
  paste: { ...anywhere('notes', clipboardWords.paste, ['mod+v'], pasteRefusal, () => false), listed: pasteNow },
  'open-link': onWall('notes', webLinkWords.open, ['mod+enter'], withLink, openLink),
  menu: onWall('notes', words.menu, ['f2', 'shift+f10'], withPieces, keys.openMenu),
  ...nudge,
  next: onWall('notes', words.next, ['arrowright', 'arrowdown'], withNotes, keys.walk(1)),
  before: onWall('notes', words.before, ['arrowleft', 'arrowup'], withNotes, keys.walk(-1)),
  first: onWall('notes', words.first, ['home'], withNotes, keys.walkTo(0)),
  last: onWall('notes', words.last, ['end'], withNotes, keys.walkTo(-1)),
  'next-shape': onWall('notes', connectorWords.nextShape, ['s'], withShapes, walkShapes(1)),
  'shape-before': onWall('notes', connectorWords.shapeBefore, ['shift+s'], withShapes, walkShapes(-1)),
  later: onWall('notes', words.later, ['alt+arrowright', 'alt+arrowdown'], movable, keys.moveInOrder(1)),
  earlier: onWall('notes', words.earlier, ['alt+arrowleft', 'alt+arrowup'], movable, keys.moveInOrder(-1)),
  all: onWall('notes', words.all, ['mod+a'], withSomething, keys.selectAll),
  'put-down': onWall('notes', words.putDown, ['escape'], somethingInHand, keys.escape),
  undo: anywhere('notes', words.undo, ['mod+z'], canUndo, keys.undo),
  redo: anywhere('notes', words.redo, ['mod+y', 'shift+mod+z'], canRedo, keys.redo),
  ...setType,
  connect: anywhere('notes', words.connect, ['l'], withSeveral, connect),
  'free-beginning': anywhere('notes', connectorWords.freeFrom, [], (it) => detachRefusal('from', it), detach('from')),
  'free-end': anywhere('notes', connectorWords.freeTo, [], (it) => detachRefusal('to', it), detach('to')),
  'add-note': anywhere('notes', words.addNote, [], mayAdd, keys.makeNote),
  ...takeTool,
  ...selectAround,
  picture: anywhere('tools', imageWords.choose, ['i'], imageRefusal, choosePicture),
  thinner: anywhere('tools', words.thinner, ['['], withPen, widthBy(-1)),
  thicker: anywhere('tools', words.thicker, [']'], withPen, widthBy(1)),
  erasing: anywhere('tools', words.erasing, [], always, changeErasing),
  ...look,
  ...arrange,
  ...stages,
  larger: anywhere('view', cornerWords.larger, ['+', '='], always, keys.zoomBy(1.25)),
  smaller: anywhere('view', cornerWords.smaller, ['-'], always, keys.zoomBy(1 / 1.25)),
  'full-size': anywhere('view', cornerWords.fullSize, ['shift+0', '0', 'mod+0'], always, keys.fullSize),
  fit: anywhere('view', cornerWords.fit, ['shift+1', '1'], withNotes, keys.fitAll),
  'fit-selection': anywhere('view', words.fitSelection, ['shift+2'], withPieces, keys.fitSelection),
  'look-left': onWall('view', words.lookLeft, ['mod+arrowleft'], always, keys.look(-1, 0)),
  'look-right': onWall('view', words.lookRight, ['mod+arrowright'], always, keys.look(1, 0)),
  'look-up': onWall('view', words.lookUp, ['mod+arrowup', 'pageup'], always, keys.look(0, -1)),
  'look-down': onWall('view', words.lookDown, ['mod+arrowdown', 'pagedown'], always, keys.look(0, 1)),
}
