import type { MomentId, StageId } from '@momentous/shared/domain/id'
import type { Stage } from '@momentous/shared/domain/stage'
import { isBlank } from '@momentous/shared/scene/shape-layout'
import type { SceneStage } from '@momentous/shared/scene/stage-scene'
import { stageWords as words } from '../words/stages.ts'
import type { Bench } from './bench.ts'

const stageOf = (id: StageId, { wall }: Bench): Stage | undefined => wall.stages().find((each) => each.id === id)

/** What comes right before a divider that so many moments come before. */
function momentBefore(first: number, { scene }: Bench): MomentId | null {
  return first === 0 ? null : (scene.order()[first - 1] ?? null)
}

/** May stages be made, named and moved now? The rule is that of moments. */
export function stageRefusal({ wall }: Bench): string | null {
  const ruling = wall.check('add-stage', { id: wall.newId<StageId>(), title: '', after: null })
  return ruling.allowed ? null : ruling.reason
}

/** A new stage after so many moments; it wants its title at once. */
export function beginStage(first: number, bench: Bench): boolean {
  const { wall, selection } = bench
  const id = wall.newId<StageId>()
  if (!wall.act('add-stage', { id, title: '', after: momentBefore(first, bench) }).allowed) return false
  selection.clear()
  bench.desk.fresh.set(id)
  open(id, bench)
  return true
}

/** Opens the title, if it may be changed now. */
export function nameStage(id: StageId, bench: Bench): boolean {
  const untouched = { root: 'stages', id, key: 'title', index: 0, remove: 0, insert: '' } as const
  if (!bench.wall.check('edit-text', untouched).allowed) return false
  open(id, bench)
  return true
}

/** Its title may stand out of sight. */
function open(id: StageId, { desk, scene, camera }: Bench): void {
  const stage = scene.stages().find((each) => each.id === id)
  if (stage) camera.reveal(stage.box)
  desk.naming.set(id)
}

/** Closes the title. A new stage without one was never there; an older one that was emptied goes, and comes back with it. */
export function endNaming(bench: Bench): void {
  const { wall, desk } = bench
  const id = desk.naming.get()
  if (id === null) return
  const isNew = desk.fresh.get() === id
  desk.naming.set(null)
  desk.fresh.set(null)
  const stage = stageOf(id, bench)
  if (!stage || stage.removed || !isBlank(stage.title)) return
  const args = { id, removed: true }
  if (!wall.check('set-stage', args).allowed) return
  const remove = () => void wall.act('set-stage', args)
  if (isNew) wall.withoutTrace(remove)
  else wall.withTyping({ root: 'stages', id, key: 'title' }, remove)
}

/** Lets a stage begin after so many moments. */
export function moveStage({ id, first }: Pick<SceneStage, 'id' | 'first'>, to: number, bench: Bench): boolean {
  return to === first || bench.wall.act('set-stage', { id, after: momentBefore(to, bench) }).allowed
}

/** The stage under which the selected note stands. */
export function stageOfLead({ scene, selection }: Bench): SceneStage | null {
  const lead = selection.lead()
  const note = lead === null ? undefined : scene.note(lead)
  const number = note?.number ?? null
  return number === null ? null : (scene.stages().findLast(({ first }) => first < number) ?? null)
}

export interface StageVerb {
  readonly name: 'rename' | 'earlier' | 'later' | 'remove'
  readonly label: string
  readonly refusal: string | null
  act(): void
}

/** Everything that can be done with one stage. */
export function stageVerbs(stage: SceneStage, bench: Bench): readonly StageVerb[] {
  const { wall, scene } = bench
  const { id, first } = stage
  const may = stageRefusal(bench)
  const atStart = first === 0 ? words.first : null
  const atEnd = first >= scene.onTimeline() ? words.last : null
  const by = (step: 1 | -1) => () => void moveStage(stage, first + step, bench)
  return [
    { name: 'rename', label: words.rename, refusal: may, act: () => void nameStage(id, bench) },
    { name: 'earlier', label: words.earlier, refusal: may ?? atStart, act: by(-1) },
    { name: 'later', label: words.later, refusal: may ?? atEnd, act: by(1) },
    {
      name: 'remove',
      label: words.remove,
      refusal: may,
      act: () => void wall.act('set-stage', { id, removed: true }),
    },
  ]
}
