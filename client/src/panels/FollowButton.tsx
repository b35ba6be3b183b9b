import type { Person } from '@momentous/shared/domain/person'
import { Eye, EyeOff } from 'lucide-react'
import { use, useSyncExternalStore } from 'react'
import { Button } from '../controls/Button.tsx'
import { useCell } from '../model/use-cell.ts'
import { WallInSightContext } from '../session/wall-in-sight.ts'
import type { Bench } from '../tools/bench.ts'
import { refusalToFollow, startFollowing, stopFollowing } from '../tools/following.ts'
import { followWords } from '../words/following.ts'

export interface FollowButtonProps {
  readonly person: Person
  readonly name: string
  /** Whoever follows wants to see the wall. */
  readonly onFollow: () => void
}

/** Looks where that person looks, or no longer; where there is no wall, there is no button. */
export function FollowButton(props: FollowButtonProps) {
  const hands = useCell(use(WallInSightContext))
  return hands === null ? null : <FollowHere bench={hands.bench} {...props} />
}

function FollowHere({ bench, person, name, onFollow }: FollowButtonProps & { readonly bench: Bench }) {
  const { seat } = person
  const followed = useCell(bench.desk.following)?.seat === seat
  const refusal = useSyncExternalStore(bench.wall.presence.subscribe, () => refusalToFollow(bench, seat))
  if (followed) {
    return (
      <Button size="small" icon={<EyeOff />} onClick={() => stopFollowing(bench)}>
        {followWords.stop}
      </Button>
    )
  }
  const follow = () => {
    startFollowing(bench, seat)
    onFollow()
  }
  return (
    <Button size="small" icon={<Eye />} refusal={refusal} aria-label={followWords.followName(name)} onClick={follow}>
      {followWords.follow}
    </Button>
  )
}
