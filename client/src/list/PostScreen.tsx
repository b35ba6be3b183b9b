import type { Channel } from '@momentous/shared/domain/contact-type'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { useActor, useLoaded, useSession, useTimelineIds } from '../model/use-store.ts'
import { ReadyButton } from '../session/ReadyButton.tsx'
import { frameWords } from '../words/frame.ts'
import { inTheBin } from '../words/list.ts'
import { postWords } from '../words/post.ts'
import { BehindTheScenes } from './BehindTheScenes.tsx'
import { Bin } from '../session/Bin.tsx'
import { CoverageLine } from './CoverageLine.tsx'
import { ListAlike } from './ListAlike.tsx'
import { ListPage } from './ListPage.tsx'
import type { NextSpot } from './next-spot.ts'
import { PostList } from './PostList.tsx'
import { useBin } from '../session/use-bin.ts'
import { useShapeBin } from '../session/use-shapes.ts'
import './post-list.css'

/** The moments on their line; what goes in next is typed below. */
export function PostScreen({ spot }: { readonly spot: NextSpot }) {
  const customer = useSession((session) => session.customer)
  const { role } = useActor()
  const addOne = (channel: Channel) => {
    spot.channel.set(channel)
    document.querySelector<HTMLElement>('[data-composer]')?.focus()
  }
  return (
    <ListPage question={postWords.question(customer)}>
      <Empty />
      <PostList place={spot.after} />
      <ListAlike />
      <CoverageLine onAddOne={addOne} />
      <BehindTheScenes />
      <div className="post-end">
        {role === 'participant' && <ReadyButton words={frameWords.imReady} backWords={frameWords.notReady} />}
        {role !== 'observer' && <BinButton />}
      </div>
    </ListPage>
  )
}

function Empty() {
  const ids = useTimelineIds()
  const loaded = useLoaded()
  const customer = useSession((session) => session.customer)
  if (!loaded || ids.length > 0) return null
  return (
    <div>
      <p className="t-h4">{postWords.empty}</p>
      <p className="t-second">{postWords.emptyHint(customer)}</p>
    </div>
  )
}

function BinButton() {
  const bin = useBin()
  const shapes = useShapeBin()
  const [open, setOpen] = useState(false)
  if (bin.length + shapes.length === 0 && !open) return null
  return (
    <>
      <Button look="tertiary" icon={<Trash2 />} onClick={() => setOpen(true)}>
        {inTheBin(bin.length, shapes.length)}
      </Button>
      {open && <Bin moments={bin} shapes={shapes} onClose={() => setOpen(false)} />}
    </>
  )
}
