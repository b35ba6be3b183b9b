import type { MomentId } from '@momentous/shared/domain/id'
import { kinds, type Kind, type Moment } from '@momentous/shared/domain/moment'
import { MenuRow } from '../controls/MenuRow.tsx'
import type { Bench, OpenMenu } from '../tools/bench.ts'
import { showAdded } from '../tools/show-added.ts'
import { servedBy } from '../tools/served-moment.ts'
import { aboutTime } from '@momentous/shared/drawing/picture-words'
import { noteMenuWords } from '../words/canvas.ts'
import { kindWords, listWords } from '../words/list.ts'
import { capital } from '../words/number.ts'

export interface ChoicesProps {
  readonly bench: Bench
  readonly moment: Moment
  readonly onDone: () => void
}

interface RowProps {
  readonly label: string
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Row({ label, chosen, onChoose }: RowProps) {
  return <MenuRow choice={{ label, checked: chosen, onChoose }} onChoose={onChoose} />
}

/** Basic, decisive or behind the scenes; the last asks at once which moment it serves. */
export function KindPage({ bench, moment, onDone, at }: ChoicesProps & { readonly at: OpenMenu['at'] }) {
  const { id } = moment
  const choose = (kind: Kind) => {
    const serves = kind === 'invisible' ? servedBy(id, bench) : null
    const given = bench.wall.act('set-kind', { id, kind, serves })
    if (kind !== 'invisible' || !given.allowed) return onDone()
    showAdded(id, bench)
    bench.desk.menu.set({ page: 'serves', at })
  }
  return kinds.map((kind) => (
    <Row
      key={kind}
      label={`${kindWords[kind].label}: ${kindWords[kind].note}`}
      chosen={moment.kind === kind}
      onChoose={() => choose(kind)}
    />
  ))
}

/** The moments of the line, and that it serves none of them in particular. */
export function ServesPage({ bench, moment, onDone }: ChoicesProps) {
  const { scene, wall } = bench
  const line = scene.order().slice(0, scene.onTimeline())
  const choose = (serves: MomentId | null) => {
    wall.act('set-kind', { id: moment.id, kind: 'invisible', serves })
    onDone()
  }
  const textOf = (id: MomentId) => wall.moment(id)?.text.trim() || listWords.emptyText
  return (
    <>
      <p className="menu-title">{noteMenuWords.serves}</p>
      {line.map((id, index) => (
        <Row key={id} label={`${index + 1} ${textOf(id)}`} chosen={moment.serves === id} onChoose={() => choose(id)} />
      ))}
      <Row label={noteMenuWords.servesNothing} chosen={moment.serves === null} onChoose={() => choose(null)} />
    </>
  )
}

const lengths = [10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200]

/** A guess is enough: what the note's foot says. */
export function SecondsPage({ bench, moment, onDone }: ChoicesProps) {
  const { id, seconds } = moment
  const choose = (chosen: number | null) => {
    bench.wall.act('set-seconds', { id, seconds: chosen })
    onDone()
  }
  const all = [...new Set([...lengths, ...(seconds === null ? [] : [seconds])])].toSorted((a, b) => a - b)
  return (
    <>
      {all.map((each) => (
        <Row key={each} label={capital(aboutTime(each))} chosen={each === seconds} onChoose={() => choose(each)} />
      ))}
      <Row label={noteMenuWords.notSaid} chosen={seconds === null} onChoose={() => choose(null)} />
    </>
  )
}
