import type { SeatId } from '@momentous/shared/domain/id'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { Peer } from '../model/wall.ts'
import { followWords } from '../words/following.ts'
import type { Bench } from './bench.ts'

type Looker = Peer & { readonly view: Rect }

/** Whoever is on two devices is followed on the one whose pointer moved last. */
function lookerOf({ wall: { presence } }: Pick<Bench, 'wall'>, seat: SeatId): Looker | null {
  const lookers = presence
    .peers()
    .flatMap((peer) => (peer.seat === seat && peer.view ? [{ ...peer, view: peer.view }] : []))
  return lookers.toSorted((a, b) => b.movedAt - a.movedAt)[0] ?? null
}

/** Why this person can't be followed now, in a sentence; null when they can. */
export function refusalToFollow(bench: Bench, seat: SeatId): string | null {
  if (bench.wall.presence.silent()) return followWords.silent
  return lookerOf(bench, seat) === null ? followWords.notOnWall : null
}

export function startFollowing(bench: Bench, seat: SeatId): void {
  const looker = lookerOf(bench, seat)
  if (looker === null || refusalToFollow(bench, seat) !== null) return
  bench.camera.lead(looker.view)
  bench.desk.following.set({ seat, name: looker.name, view: looker.view })
}

export function stopFollowing({ desk }: Bench): void {
  desk.following.set(null)
}

/** So long may somebody be out of sight: a line that breaks for a moment, or a phase that is told before it begins. */
const GRACE_MS = 800

/** Looks wherever the followed person looks, until one looks elsewhere oneself, or they are gone. Returns the way to stop. */
export function keepFollowing(bench: Bench): () => void {
  const { camera, desk, wall } = bench
  let missing: ReturnType<typeof setTimeout> | undefined
  const found = () => {
    clearTimeout(missing)
    missing = undefined
  }
  const lost = () => {
    found()
    const name = desk.following.get()?.name
    if (name === undefined) return
    stopFollowing(bench)
    wall.say(wall.presence.silent() ? followWords.silenced : followWords.gone(name))
  }
  const look = () => {
    const followed = desk.following.get()
    if (followed === null) return found()
    if (wall.presence.silent()) return lost()
    const looker = lookerOf(bench, followed.seat)
    if (looker === null) {
      missing ??= setTimeout(lost, GRACE_MS)
      return
    }
    found()
    if (isSame(looker.view, followed.view)) return
    camera.lead(looker.view)
    desk.following.set({ ...followed, view: looker.view })
  }
  const stops = [
    wall.presence.subscribe(look),
    desk.following.subscribe(look),
    camera.subscribe(() => {
      if (desk.following.get() !== null && !camera.isLed()) stopFollowing(bench)
    }),
    found,
  ]
  return () => stops.forEach((stop) => stop())
}

const isSame = (a: Rect, b: Rect) => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

/**
 * Tells the others where this person looks; whoever follows somebody looks where those look, so that two who follow each
 * other don't drive each other away. Returns the way to stop.
 */
export function publishView({ camera, desk, wall }: Bench): () => void {
  const publish = () => wall.presence.publish({ view: desk.following.get()?.view ?? camera.seen() })
  const stops = [
    camera.subscribe(publish),
    desk.following.subscribe(publish),
    // After a span in which nothing travelled, nobody knows.
    wall.subscribe(({ kind }) => kind === 'session' && publish()),
  ]
  publish()
  return () => stops.forEach((stop) => stop())
}
