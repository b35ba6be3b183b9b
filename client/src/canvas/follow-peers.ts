import type { FrameClock } from '../model/flight.ts'
import type { Peer } from '../model/wall.ts'
import { sameList } from '../model/watched.ts'
import type { Bench } from '../tools/bench.ts'
import { nextFade } from './fading.ts'
import type { Frames } from './frames.ts'

/** Has the layers painted in which others' hands are to be seen, when they do something that is seen. Returns the way to stop. */
export function followPeers(
  { wall: { presence } }: Pick<Bench, 'wall'>,
  frames: Pick<Frames, 'askCalmly'>,
  clock: Pick<FrameClock, 'now'>,
): () => void {
  let before: ReadonlyMap<string, Peer> = new Map()
  let timer: ReturnType<typeof setTimeout> | undefined
  const fadeLater = (peers: readonly Peer[]) => {
    clearTimeout(timer)
    const wait = nextFade(peers, clock.now())
    if (wait !== null) timer = setTimeout(fade, wait)
  }
  const fade = () => {
    frames.askCalmly('overlay')
    fadeLater(presence.peers())
  }
  const leave = presence.subscribe(() => {
    const peers = presence.peers()
    const former = before
    before = new Map(peers.map((peer) => [peer.id, peer]))
    const others = peers.filter((peer) => !looksSame(peer, former.get(peer.id)))
    const gone = [...former.values()].filter(({ id }) => !before.has(id))
    const changed = [...others, ...others.flatMap(({ id }) => former.get(id) ?? []), ...gone]
    if (changed.length === 0) return
    if (changed.some(isBusy)) frames.askCalmly('moving')
    frames.askCalmly('overlay')
    fadeLater(peers)
  })
  return () => {
    leave()
    clearTimeout(timer)
  }
}

const isBusy = ({ drag, pull, stroke }: Peer): boolean => drag.size > 0 || pull !== null || stroke !== null

/** Does somebody look the same on the wall as a moment ago? Where they look themselves is not to be seen. */
function looksSame(now: Peer, before: Peer | undefined): boolean {
  if (before === undefined || isBusy(now) || isBusy(before)) return false
  return (
    now.cursor?.x === before.cursor?.x &&
    now.cursor?.y === before.cursor?.y &&
    now.typing === before.typing &&
    now.writing === before.writing &&
    now.naming === before.naming &&
    now.name === before.name &&
    sameList(now.selection, before.selection)
  )
}
