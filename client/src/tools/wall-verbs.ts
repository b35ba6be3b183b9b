import type { MomentId } from '@momentous/shared/domain/id'
import { clipboardWords } from '../words/clipboard.ts'
import { wallMenuWords as words } from '../words/wall-menu.ts'
import { firstAt } from '@momentous/shared/scene/stage-scene'
import { imageWords } from '../words/shape-tools.ts'
import { stageWords } from '../words/stages.ts'
import type { Bench, OpenMenu } from './bench.ts'
import { everything } from './everything.ts'
import { chooseImages, imageRefusal } from './images.ts'
import { putNote } from './note.ts'
import { beginStage, stageRefusal } from './stages.ts'
import { pasteFromMenu, pasteRefusal } from './clipboard.ts'

/** One entry of the menu of the bare wall. */
export interface WallVerb {
  readonly name: 'note' | 'stage' | 'picture' | 'paste' | 'all' | 'fit'
  readonly label: string
  /** Why it does nothing now, in a sentence. */
  readonly refusal: string | null
  act(): void
}

/** What can be done where no piece lies; `at` is where it was asked for, in px of the wall. */
export function wallVerbs({ x, y }: OpenMenu['at'], bench: Bench): readonly WallVerb[] {
  const { wall, scene, selection, camera } = bench
  const may = wall.check('add-moment', { id: wall.newId<MomentId>(), text: '', after: 'last' })
  const content = scene.bounds()
  const empty = content === null ? words.empty : null
  return [
    {
      name: 'note',
      label: words.note,
      refusal: may.allowed ? null : may.reason,
      act: () => putNote(camera.toBoard({ x, y }), bench),
    },
    {
      name: 'stage',
      label: stageWords.begin,
      refusal: stageRefusal(bench),
      act: () => void beginStage(firstAt(camera.toBoard({ x, y }).x, scene.onTimeline()), bench),
    },
    {
      name: 'picture',
      label: imageWords.here,
      refusal: imageRefusal(bench),
      act: () => chooseImages(bench, camera.toBoard({ x, y })),
    },
    {
      name: 'paste',
      label: clipboardWords.paste,
      refusal: pasteRefusal(bench),
      act: () => void pasteFromMenu(bench, camera.toBoard({ x, y })),
    },
    { name: 'all', label: words.all, refusal: empty, act: () => selection.set(everything(bench)) },
    {
      name: 'fit',
      label: words.fit,
      refusal: empty,
      act: () => content && camera.fit(content),
    },
  ]
}
