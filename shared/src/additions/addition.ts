import type { RecordRoot } from '../board/records.ts'
import { timeline } from '../board/timeline.ts'
import type { Random } from '../board/order.ts'
import type { OwnChannel } from '../domain/contact-type.ts'
import type { GroupId, MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { RedactedBoard } from '../exports/redact.ts'
import { STACKS_DEEP, standsOn } from '../imports/write-board.ts'
import { channelsFor } from './channels-for.ts'
import { freshIds, type FreshIds } from './fresh-ids.ts'
import { piecesOf } from './pieces-of.ts'
import { movedBehind } from './moved-behind.ts'

/** What a board's file adds to a board that is alive: records under ids that nobody has, and own contact types. */
export type Addition = Pick<RedactedBoard, RecordRoot> & { readonly channels: readonly OwnChannel[] }

/** What has to be known of the board that takes it in. */
export interface Host {
  readonly channels: readonly OwnChannel[]
  /** How many moments stand on its line. */
  readonly onLine: number
  /** The pictures that are at hand for it: there, or in the file. */
  readonly images: ReadonlySet<string>
}

/**
 * The file's content as it comes behind what a board has. Everything gets an id of its own, so that the same file may come
 * twice. What lies in the file's bin stays there, and what hangs on it; nobody's seat is in it, so actions keep their
 * owner's name and have no agreement yet.
 */
export function additionOf(file: RedactedBoard, host: Host, random: Random): Addition {
  const ids = freshIds(random)
  const { channels, channelOf } = channelsFor(file, host.channels, random)
  const standing = standingOf(file.moments)
  const moved = movedBehind(timeline(standing), host.onLine)
  const group = (id: GroupId | null) => (id === null ? null : ids.of('group', id))
  // A connector holds on to what comes before it or after it, so every piece is named first.
  const pieces = piecesOf(file, standing, host.images)
  for (const { id } of [...pieces.moments, ...pieces.ink, ...pieces.shapes]) ids.of('piece', id)
  return {
    channels,
    moments: momentsOf(standing, ids).map((moment) => ({
      ...moment,
      channel: channelOf(moment.channel),
      group: group(moment.group),
      place: moved.place(moment.place),
    })),
    ink: pieces.ink.map((stroke) => ({
      ...moved.stroke(stroke),
      id: ids.of('piece', stroke.id),
      group: group(stroke.group),
    })),
    shapes: pieces.shapes.map((shape) => ({
      ...moved.shape(ids.shape(shape)),
      group: group(shape.group),
    })),
    stages: file.stages.filter(({ removed }) => !removed).map((stage) => ({ ...stage, id: ids.of('stage', stage.id) })),
    ...wordsOf(file, new Set(standing.map(({ id }) => id)), ids),
  }
}

/** What doesn't lie in the bin, nor under something there. */
function standingOf(moments: readonly Moment[]): readonly Moment[] {
  const below = new Map(moments.map((moment) => [moment.id, moment]))
  return moments.filter((moment) => {
    let next: Moment | undefined = moment
    for (let depth = 0; next !== undefined && depth <= STACKS_DEEP; depth++) {
      if (next.removed) return false
      next = next.stackedOn === null ? undefined : below.get(next.stackedOn)
    }
    return true
  })
}

function momentsOf(standing: readonly Moment[], ids: FreshIds): readonly Moment[] {
  const below = new Map(standing.map(({ id, stackedOn }) => [id, stackedOn]))
  const known = (id: MomentId | null) => (id !== null && below.has(id) ? ids.of('piece', id) : null)
  return standing.map((moment) => ({
    ...moment,
    id: ids.of('piece', moment.id),
    stackedOn: standsOn(moment, below) ? known(moment.stackedOn) : null,
    serves: known(moment.serves),
  }))
}

type Words = Pick<Addition, 'assessments' | 'grades' | 'ideas' | 'builds' | 'concerns' | 'actions' | 'rungs'>

/** What was said of the moments that come along. */
function wordsOf(file: RedactedBoard, along: ReadonlySet<MomentId>, ids: FreshIds): Words {
  const comes = ({ moment }: { readonly moment: MomentId }) => along.has(moment)
  const at = <Said extends { readonly moment: MomentId }>(said: Said): Said => ({
    ...said,
    moment: ids.of('piece', said.moment),
  })
  const builtOn = new Set(file.builds.map(({ idea }) => idea))
  // Of a withdrawn idea only what was built on it is left to be shown.
  const ideas = file.ideas.filter((idea) => comes(idea) && (!idea.withdrawn || builtOn.has(idea.id)))
  const kept = new Set(ideas.map(({ id }) => id))
  return {
    assessments: file.assessments.filter(comes).map(at),
    grades: file.grades
      .filter(comes)
      .map((grade) => at({ ...grade, grading: grade.grading?.state === 'open' ? null : grade.grading })),
    ideas: ideas.map((idea) => ({ ...at(idea), id: ids.of('idea', idea.id) })),
    builds: file.builds
      .filter(({ idea }) => kept.has(idea))
      .map((build) => ({ ...build, id: ids.of('build', build.id), idea: ids.of('idea', build.idea) })),
    concerns: file.concerns.filter(comes).map((concern) => ({
      ...at(concern),
      id: ids.of('concern', concern.id),
      idea: concern.idea !== null && kept.has(concern.idea) ? ids.of('idea', concern.idea) : null,
    })),
    actions: file.actions
      .filter((action) => comes(action) && !action.removed)
      .map((action) => ({
        ...at(action),
        id: ids.of('action', action.id),
        ideas: action.ideas.filter((id) => kept.has(id)).map((id) => ids.of('idea', id)),
        agreed: 0,
      })),
    rungs: file.rungs
      .filter((rung) => comes(rung) && !rung.removed)
      .map((rung) => ({ ...at(rung), id: ids.of('rung', rung.id) })),
  }
}
