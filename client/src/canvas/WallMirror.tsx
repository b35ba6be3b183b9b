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
import { wordsOn } from '../model/note-shape.ts'
import { ownDots } from '../tools/press-note.ts'
import { noteSentence, wallWords } from '../words/canvas.ts'
import { chosen, totalOf } from './note-facts.ts'

export const mirrorId = 'wall-mirror'
/** A screen reader needs no more: every row is compared at most this often, whatever the room does. */
const PAUSE_MS = 400

const rowId = (id: MomentId) => `wall-moment-${id}`

interface Row {
  readonly id: MomentId
  readonly sentence: string
}

/** The wall as an ordered list off the screen, in sentences. The selected note is the wall's active descendant. */
export function WallMirror({ bench, wall }: { readonly bench: Bench; readonly wall: RefObject<HTMLElement | null> }) {
  const [rows, setRows] = useState<readonly Row[]>([])
  useEffect(() => everySoOften(bench, () => setRows(read(bench))), [bench])
  useEffect(() => {
    const point = () => {
      const lead = bench.selection.lead()
      if (lead === null) wall.current?.removeAttribute('aria-activedescendant')
      else wall.current?.setAttribute('aria-activedescendant', rowId(lead))
    }
    point()
    return bench.selection.subscribe(point)
  }, [bench, wall])
  return (
    <ol id={mirrorId} className="wall-mirror" aria-label={wallWords.mirror}>
      {rows.map(({ id, sentence }) => (
        <MirrorRow key={id} id={rowId(id)} sentence={sentence} />
      ))}
    </ol>
  )
}

const MirrorRow = memo(function MirrorRow({ id, sentence }: { readonly id: string; readonly sentence: string }) {
  return <li id={id}>{sentence}</li>
})

/** Calls now and after changes, with a pause between two calls. */
function everySoOften({ scene }: Bench, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = scene.subscribe(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      call()
    }, PAUSE_MS)
  })
  call()
  return () => {
    leave()
    clearTimeout(timer)
  }
}

function channelLabel(id: ChannelId | null, own: readonly OwnChannel[]): string | null {
  if (id === null) return null
  return isOwnChannel(id) ? (own.find((each) => each.id === id)?.label ?? null) : channels[id].label
}

function read({ scene, wall }: Bench): readonly Row[] {
  const session = wall.session()
  const priorities = chosen(wall)
  const ballot = ownDots(wall)
  const count = scene.onTimeline()
  return scene.order().flatMap((id) => {
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
    })
    return [{ id, sentence }]
  })
}
