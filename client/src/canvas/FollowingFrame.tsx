import { Eye } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { Button } from '../controls/Button.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { stopFollowing } from '../tools/following.ts'
import { followWords } from '../words/following.ts'
import './following-frame.css'

/** Whose eyes one looks through: a frame around the wall, the name, and the way back to one's own. */
export function FollowingFrame({ bench }: { readonly bench: Bench }) {
  const name = useCell(bench.desk.following)?.name
  return name === undefined ? null : <Following bench={bench} name={name} />
}

function Following({ bench, name }: { readonly bench: Bench; readonly name: string }) {
  const { camera } = bench
  const { say } = useAnnouncer()
  const top = useSyncExternalStore(camera.subscribe, () => camera.free().y)
  useEffect(() => {
    say(followWords.following(name))
    return () => say(followWords.ended)
  }, [say, name])
  return (
    // In ink, as everything that is somebody's: people have no colour.
    <div className="following-frame">
      <div className="following-pill" style={{ top }}>
        <Eye aria-hidden />
        <span>{followWords.following(name)}</span>
        <Button look="tertiary" aria-label={followWords.stop} onClick={() => stopFollowing(bench)}>
          {followWords.stopShort}
        </Button>
      </div>
    </div>
  )
}
