import type { MomentId } from '@momentous/shared/domain/id'
import { clipboardWords } from '../words/clipboard.ts'
import { wallMenuWords as words } from '../words/wall-menu.ts'
import type { Bench, OpenMenu } from './bench.ts'
import { putNote } from './note.ts'

/** One entry of the menu of the bare wall. */
export interface WallVerb {
  readonly name: 'note' | 'paste' | 'all' | 'fit'
  readonly label: string
  /** Why it does nothing now, in a sentence. */
  readonly refusal: string | null
  act(): void
}

/** What can be done where no piece lies; `at` is where it was asked for, in px of the wall. */
export function wallVerbs({ x, y }: OpenMenu['at'], bench: Bench): readonly WallVerb[] {
  const { wall, scene, selection, camera } = bench
  const may = wall.check('add-moment', { id: wall.newId<MomentId>(), text: '', after: 'last' })
  const empty = scene.order().length === 0 ? words.noNotes : null
  const content = scene.bounds()
  return [
    {
      name: 'note',
      label: words.note,
      refusal: may.allowed ? null : may.reason,
      act: () => putNote(camera.toBoard({ x, y }), bench),
    },
    { name: 'paste', label: clipboardWords.paste, refusal: clipboardWords.pasteByKey, act: () => undefined },
    { name: 'all', label: words.all, refusal: empty, act: () => selection.set(scene.order()) },
    {
      name: 'fit',
      label: words.fit,
      refusal: content === null ? words.noNotes : null,
      act: () => content && camera.fit(content),
    },
  ]
}
