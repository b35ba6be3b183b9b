import type { MomentId } from '@momentous/shared/domain/id'
import {
  isOwnChannel,
  channels,
  settings,
  type ChannelId,
  type OwnChannel,
} from '@momentous/shared/domain/contact-type'
import { memo, useEffect, useState, type RefObject } from 'react'
import type { Bench } from '../tools/bench.ts'
import { wordsOn } from '@momentous/shared/scene/note-shape'
import { ownDots } from '../tools/press-note.ts'
import { noteSentence, wallWords } from '../words/canvas.ts'
import { everySoOften } from './every-so-often.ts'
import { chosen, totalOf } from '@momentous/shared/drawing/note-facts'
import { mirrorId } from './mirror-id.ts'
import { momentRow, pointAtRow } from './pointed-row.ts'
import { ShapeMirror } from './ShapeMirror.tsx'

/** Rows in the page. Of a longer line those around the selected note: each tells its own place and how many there are. */
const ROWS_MAX = 300

interface Row {
  readonly id: MomentId
  readonly sentence: string
  /** Place in the whole list, from 1. */
  readonly place: number
}

/** Which part of the whole list is in the page. */
interface Rows {
  readonly rows: readonly Row[]
  readonly all: number
}

/** The wall as an ordered list off the screen, in sentences. The selected note is the wall's active descendant. */
export function WallMirror({ bench, wall }: { readonly bench: Bench; readonly wall: RefObject<HTMLElement | null> }) {
  const [{ rows, all }, setRows] = useState<Rows>({ rows: [], all: 0 })
  useEffect(() => everySoOften(bench, () => setRows(read(bench))), [bench])
  useEffect(() => {
    const point = () => {
      const lead = bench.selection.lead()
      if (lead !== null && document.getElementById(momentRow(lead)) === null) setRows(read(bench))
      pointAtRow(bench, wall.current)
    }
    point()
    return bench.selection.subscribe(point)
  }, [bench, wall])
  return (
    <div id={mirrorId} className="wall-mirror">
      <ol aria-label={wallWords.mirror}>
        {rows.map(({ id, sentence, place }) => (
          <MirrorRow
            key={id}
            id={momentRow(id)}
            sentence={sentence}
            place={place}
            all={rows.length < all ? all : undefined}
          />
        ))}
      </ol>
      <ShapeMirror bench={bench} wall={wall} />
    </div>
  )
}

interface MirrorRowProps {
  readonly id: string
  readonly sentence: string
  readonly place: number
  /** How many there are; only told where not all of them are in the page. */
  readonly all: number | undefined
}

const MirrorRow = memo(function MirrorRow({ id, sentence, place, all }: MirrorRowProps) {
  return (
    // Named by its own words: a row of a list has no name by itself, and what the wall points at is read by its name.
    <li id={id} aria-labelledby={id} aria-setsize={all} aria-posinset={all && place}>
      {sentence}
    </li>
  )
})

function channelLabel(id: ChannelId | null, own: readonly OwnChannel[]): string | null {
  if (id === null) return null
  return isOwnChannel(id) ? (own.find((each) => each.id === id)?.label ?? null) : channels[id].label
}

/** Where the part that is in the page begins. */
function firstRow({ scene, selection }: Bench): number {
  const order = scene.order()
  const lead = selection.lead()
  const middle = lead === null ? 0 : order.indexOf(lead)
  return Math.max(0, Math.min(order.length - ROWS_MAX, middle - ROWS_MAX / 2))
}

function read(bench: Bench): Rows {
  const { scene, wall } = bench
  const session = wall.session()
  const priorities = chosen(wall)
  const ballot = ownDots(wall)
  const count = scene.onTimeline()
  const first = firstRow(bench)
  const begins = new Map(scene.stages().map((each) => [each.first, each.stage.title]))
  const rows = scene
    .order()
    .slice(first, first + ROWS_MAX)
    .flatMap((id, index) => {
      const note = scene.note(id)
      if (!note) return []
      const { moment, number } = note
      const sentence = noteSentence({
        text: wordsOn(moment),
        number,
        count,
        channel: channelLabel(moment.channel, session.channels),
        setting: moment.setting && settings[moment.setting].label,
        ranking: wall.grade(id)?.settled ?? null,
        ideas: wall.ideaCount(id),
        ownDots: ballot[id] ?? 0,
        total: totalOf(session, id),
        priority: priorities?.has(id) ?? false,
        locked: moment.locked,
        beneath: note.beneath,
        stage: begins.get(first + index),
      })
      return [{ id, sentence, place: first + index + 1 }]
    })
  return { rows, all: scene.order().length }
}
