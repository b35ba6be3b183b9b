import type { MomentId } from '@momentous/shared/domain/id'
import type { Bench } from './bench.ts'

/** How far a copy of a note placed by hand lies from it, each way. */
const ASIDE = 24

/** Copies come directly after their originals; those of notes placed by hand lie a little aside. */
export function duplicateNotes({ wall, selection, scene }: Bench): boolean {
  const originals = scene.order().filter((id) => selection.has(id))
  if (originals.length === 0) return false
  const copies: MomentId[] = []
  wall.together(() => {
    for (const after of originals) {
      const moment = wall.moment(after)
      if (!moment) continue
      const { text, paper, channel, setting, kind, serves, place } = moment
      const aside: [number, number, number, number] | null = place && [
        place[0] + ASIDE,
        place[1] + ASIDE,
        place[2],
        place[3],
      ]
      const id = wall.newId<MomentId>()
      const args = { id, text, after, paper, channel, setting, kind, serves, place: aside }
      if (wall.act('add-moment', args).allowed) copies.push(id)
    }
  })
  if (copies.length > 0) selection.set(copies)
  return true
}
