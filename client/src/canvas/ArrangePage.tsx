import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  ArrowDown,
  ArrowUp,
  BringToFront,
  Grid2x2,
  Group,
  LayoutGrid,
  Lock,
  LockOpen,
  SendToBack,
  Ungroup,
  type LucideIcon,
} from 'lucide-react'
import { MenuRow } from '../controls/MenuRow.tsx'
import { arrangeVerbs } from '../tools/arrange-verbs.ts'
import type { ArrangeVerb } from '../tools/arranged-units.ts'
import type { Bench } from '../tools/bench.ts'
import { arrangeWords as words } from '../words/arranging.ts'
import { keyNames } from '../words/key-names.ts'
import { PictureRow } from './PictureRow.tsx'
import './look-page.css'

interface ArrangePageProps {
  readonly bench: Bench
  readonly onDone: () => void
}

/** Stand beside each other: what they do is seen at once. */
const inRow: Readonly<Record<string, LucideIcon>> = {
  'align-left': AlignStartVertical,
  'align-centre': AlignCenterVertical,
  'align-right': AlignEndVertical,
  'align-top': AlignStartHorizontal,
  'align-middle': AlignCenterHorizontal,
  'align-bottom': AlignEndHorizontal,
  'same-gaps-across': AlignHorizontalDistributeCenter,
  'same-gaps-down': AlignVerticalDistributeCenter,
}

const icons: Readonly<Record<string, LucideIcon>> = {
  group: Group,
  ungroup: Ungroup,
  front: BringToFront,
  forward: ArrowUp,
  backward: ArrowDown,
  back: SendToBack,
  pack: LayoutGrid,
  'pack-area': Grid2x2,
  lock: Lock,
  unlock: LockOpen,
}

/** What only something else that is selected could have is not shown at all; the list of commands says what it needs. */
const meaningless: ReadonlySet<string> = new Set([
  ...[words.selectTwo, words.selectThree, words.noGroup, words.packFree, words.areaFirst],
  ...[words.allLocked, words.noneLocked, words.noLock],
])

interface Offered {
  readonly name: string
  readonly verb: ArrangeVerb
  readonly refusal: string | null
}

/** What can be done with several pieces at once. */
export function ArrangePage({ bench, onDone }: ArrangePageProps) {
  const offered = Object.entries(arrangeVerbs).flatMap(([name, verb]): Offered[] => {
    const refusal = verb.refusal(bench)
    return refusal !== null && meaningless.has(refusal) ? [] : [{ name, verb, refusal }]
  })
  const choose = ({ act }: ArrangeVerb) => {
    onDone()
    act(bench)
  }
  const row = offered.filter(({ name }) => name in inRow)
  return (
    <>
      {row.length > 0 && (
        <div className="look-row arrange-row" role="group" aria-label={words.title}>
          {row.map((each) => (
            <InRow key={each.name} {...each} onChoose={() => choose(each.verb)} />
          ))}
        </div>
      )}
      {offered
        .filter(({ name }) => !(name in inRow))
        .map((each) => (
          <ArrangeRow key={each.name} {...each} onChoose={() => choose(each.verb)} />
        ))}
      <PictureRow bench={bench} onDone={onDone} />
    </>
  )
}

interface RowProps extends Offered {
  readonly onChoose: () => void
}

function InRow({ name, verb: { label }, refusal, onChoose }: RowProps) {
  const Icon = inRow[name] ?? LayoutGrid
  const words = refusal === null ? label : `${label}. ${refusal}`
  return (
    <button
      type="button"
      role="menuitem"
      className="look-choice"
      tabIndex={-1}
      aria-label={words}
      title={words}
      aria-disabled={refusal === null ? undefined : true}
      onClick={refusal === null ? onChoose : undefined}
    >
      <Icon aria-hidden />
    </button>
  )
}

function ArrangeRow({ name, verb: { label, keys }, refusal, onChoose }: RowProps) {
  const Icon = icons[name]
  const [chord] = keys
  const shortcut = chord === undefined ? {} : { shortcut: keyNames(chord, false).join(' ') }
  const choice = { label, refusal, onChoose, icon: Icon && <Icon />, ...shortcut }
  return <MenuRow choice={choice} onChoose={onChoose} />
}
