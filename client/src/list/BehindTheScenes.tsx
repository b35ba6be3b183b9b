import type { Moment } from '@momentous/shared/domain/moment'
import { useState } from 'react'
import { NoteCard } from '../controls/NoteCard.tsx'
import { useActor, useMoment } from '../model/use-store.ts'
import { listWords, servesOf } from '../words/list.ts'
import { MomentMenu } from './MomentMenu.tsx'
import { MomentTextField } from './MomentTextField.tsx'
import { nameOf } from '../session/moment-name.ts'
import { useBehindTheScenes } from '../session/use-bin.ts'

/** The decisions that the customer never sees, with the moments that they serve. */
export function BehindTheScenes() {
  const moments = useBehindTheScenes()
  if (moments.length === 0) return null
  return (
    <section aria-labelledby="behind-the-scenes">
      <div className="list-section">
        <h3 className="t-h4" id="behind-the-scenes">
          {listWords.behindTheScenes}
        </h3>
        <p className="t-small">{listWords.behindHint}</p>
      </div>
      <ul className="post-behind">
        {moments.map((moment) => (
          <BehindRow key={moment.id} moment={moment} />
        ))}
      </ul>
    </section>
  )
}

function BehindRow({ moment }: { readonly moment: Moment }) {
  const served = useMoment(moment.serves)
  const { role } = useActor()
  const [editing, setEditing] = useState(false)
  if (editing) {
    return (
      <li>
        <MomentTextField moment={moment} onDone={() => setEditing(false)} />
      </li>
    )
  }
  return (
    <li data-moment={moment.id}>
      <NoteCard
        text={nameOf(moment)}
        size="row"
        paper={moment.paper}
        foot={served === undefined ? undefined : servesOf(nameOf(served))}
        action={role === 'observer' ? undefined : <MomentMenu moment={moment} onEdit={() => setEditing(true)} />}
      />
    </li>
  )
}
