import type { StageId } from '@momentous/shared/domain/id'
import { ArrowLeft, ArrowRight, Pencil, Trash2, type LucideIcon } from 'lucide-react'
import { MenuRow } from '../controls/MenuRow.tsx'
import type { Bench } from '../tools/bench.ts'
import { stageVerbs, type StageVerb } from '../tools/stages.ts'

interface StagePageProps {
  readonly bench: Bench
  readonly id: StageId | undefined
  readonly onDone: () => void
}

const icons: Readonly<Record<StageVerb['name'], LucideIcon>> = {
  rename: Pencil,
  earlier: ArrowLeft,
  later: ArrowRight,
  remove: Trash2,
}

/** What can be done with a stage of the timeline. */
export function StagePage({ bench, id, onDone }: StagePageProps) {
  const stage = bench.scene.stages().find((each) => each.id === id)
  if (!stage) return null
  return stageVerbs(stage, bench).map(({ name, label, refusal, act }) => {
    const Icon = icons[name]
    const choose = () => {
      onDone()
      act()
    }
    return <MenuRow key={name} choice={{ label, refusal, icon: <Icon />, onChoose: choose }} onChoose={choose} />
  })
}
