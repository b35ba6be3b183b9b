import type { MomentId } from '@momentous/shared/domain/id'
import { NoteCard } from '../controls/NoteCard.tsx'
import { useGrade, useMoment, useSession } from '../model/use-store.ts'
import { nameOf } from '../session/moment-name.ts'

/** The priority's note, as it lies on the wall. */
export function PriorityNote({ moment }: { readonly moment: MomentId }) {
  const note = useMoment(moment)
  const own = useSession((session) => session.channels)
  const ranking = useGrade(moment)?.settled ?? null
  if (note === undefined) return null
  const { paper, channel, setting } = note
  return <NoteCard text={nameOf(note)} {...{ paper, channel, setting, own, ranking }} size="large" />
}
