import type { Moment } from '@momentous/shared/domain/moment'
import { NoteCard, type NoteCardProps } from '../controls/NoteCard.tsx'
import { nameOf } from '../session/moment-name.ts'

type Fixed = 'text' | 'size' | 'paper' | 'channel' | 'setting'

/** A moment as a row of the list: its words, paper and contact type; whatever else the step shows comes as props. */
export function MomentRow({ moment, ...shown }: { readonly moment: Moment } & Omit<NoteCardProps, Fixed>) {
  const { paper, channel, setting } = moment
  return <NoteCard text={nameOf(moment)} size="row" {...{ paper, channel, setting }} {...shown} />
}
