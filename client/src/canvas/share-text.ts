import type { MomentId, ShapeId, StageId } from '@momentous/shared/domain/id'
import { phases, type Phase } from '@momentous/shared/domain/phase'
import { textEdit } from '@momentous/shared/commands/edit-text'
import { movedCaret, typedEdit } from '../model/text-edit.ts'
import { rebased, type Edit } from '../model/text-rebase.ts'
import type { Wall } from '../model/wall.ts'
import { chordOf } from '../tools/chord.ts'
import { lostWords } from '../words/lost.ts'

/** The words of a moment, of a shape or of a stage. */
export type SharedWords =
  | { readonly root: 'moments'; readonly id: MomentId }
  | { readonly root: 'shapes'; readonly id: ShapeId }
  | { readonly root: 'stages'; readonly id: StageId }

function wordsNow(of: SharedWords, wall: Wall): string | undefined {
  if (of.root === 'moments') return wall.moment(of.id)?.text
  return of.root === 'shapes' ? wall.shape(of.id)?.words : wall.stages().find(({ id }) => id === of.id)?.title
}

const undoKeys: Readonly<Record<string, 'undo' | 'redo'>> = {
  'mod+z': 'undo',
  'shift+mod+z': 'redo',
  'mod+y': 'redo',
}
const keys = { moments: 'text', shapes: 'words', stages: 'title' } as const

/**
 * Keeps a text field and shared words together: each input event becomes one small edit, so that two people's
 * typing merges; others' edits come in around the caret. While an input method composes a word, both wait for its end.
 * Where nothing more may be typed, as after a change of phase, the field keeps what its author goes on typing: it joins
 * the rest as soon as it may, and goes back to its author when the field goes.
 */
export function shareText(field: HTMLTextAreaElement, of: SharedWords, wall: Wall): () => void {
  /** What field and document last agreed on. */
  let agreed = field.value
  let composing = false
  let held = false
  const { phase } = wall.session()

  const send = (): void => {
    const typed = typedEdit(agreed, field.value, field.selectionEnd)
    const ruling = typed && wall.check('edit-text', argsOf(of, rebased(typed, agreed, wordsNow(of, wall) ?? agreed)))
    if (typed && ruling?.allowed === false) {
      if (!held) wall.say(sentenceOn(ruling.reason, phase, wall))
      return void (held = true)
    }
    held = false
    if (typed) {
      const edit = rebased(typed, agreed, wordsNow(of, wall) ?? agreed)
      agreed = field.value
      wall.act('edit-text', argsOf(of, edit))
    }
    receive()
  }

  const receive = () => {
    const now = wordsNow(of, wall)
    if (composing || held || now === undefined || now === field.value) return
    const theirs = textEdit(field.value, now)
    const { selectionStart, selectionEnd } = field
    field.value = now
    agreed = now
    field.setSelectionRange(movedCaret(selectionStart, theirs), movedCaret(selectionEnd, theirs))
  }

  const endComposing = () => {
    composing = false
    send()
  }

  const leaving = new AbortController()
  const { signal } = leaving
  // What the browser would take back by itself is gone with the first word of somebody else.
  const takeBack = (which: 'undo' | 'redo', event: Event) => {
    event.preventDefault()
    if (!held && !composing && wall.isTyping(which, { ...of, key: keys[of.root] })) wall[which]()
  }
  listenForUndo(field, takeBack, signal)
  const handBack = handingBack(field, of, wall)
  // Nothing else tells that the page goes: what is kept for its author has to be there when they come back.
  addEventListener('pagehide', () => held && handBack(agreed), { signal })
  field.addEventListener('input', () => !composing && send(), { signal })
  field.addEventListener('compositionstart', () => (composing = true), { signal })
  field.addEventListener('compositionend', endComposing, { signal })
  const leave = wall.subscribe(({ kind }) => {
    // What is told here may be half written still: it is no time to write.
    if (held) queueMicrotask(() => held && !composing && !signal.aborted && send())
    else if (kind === of.root) receive()
  })
  return () => {
    // What was still being composed when the field went is not lost.
    if (composing) endComposing()
    leaving.abort()
    leave()
    if (held) handBack(agreed)
  }
}

/** Did its author take it back while it was typed into? Then nobody has to give the words back. */
export function isTakenBack(of: SharedWords, wall: Wall): boolean {
  return wall.isTyping('redo', { ...of, key: keys[of.root] })
}

function listenForUndo(
  field: HTMLTextAreaElement,
  takeBack: (which: 'undo' | 'redo', event: Event) => void,
  signal: AbortSignal,
): void {
  const onKey = (event: KeyboardEvent) => {
    const which = undoKeys[chordOf(event)]
    if (which) takeBack(which, event)
  }
  const onInput = (event: InputEvent) => {
    if (event.inputType === 'historyUndo') takeBack('undo', event)
    else if (event.inputType === 'historyRedo') takeBack('redo', event)
  }
  field.addEventListener('keydown', onKey, { signal })
  field.addEventListener('beforeinput', onInput, { signal })
}

const argsOf = ({ root, id }: SharedWords, edit: Edit) => ({ root, id, key: keys[root], ...edit })

function sentenceOn(reason: string, before: Phase, wall: Wall): string {
  const { phase } = wall.session()
  return phase === before ? `${reason} ${lostWords.kept}` : lostWords.keptTyping(phases[phase].label)
}

/** Gives back what is in the field, each time that it is something else. */
function handingBack(field: HTMLTextAreaElement, of: SharedWords, wall: Wall): (before: string) => void {
  let given: string | null = null
  return (before) => {
    if (field.value === given) return
    given = field.value
    giveBack(given, before, of, wall)
  }
}

/** What was typed and isn't on the wall. */
function giveBack(words: string, before: string, of: SharedWords, wall: Wall): void {
  const args = argsOf(of, textEdit(before, words))
  const ruling = wall.check('edit-text', args)
  if (ruling.allowed) return void wall.act('edit-text', args)
  const reason = lostWords.stoppedTyping(phases[wall.session().phase].label)
  wall.giveBack({ command: { name: 'edit-text', args }, rule: ruling.rule, reason, words, before })
}
