import type { Ranking } from '@momentous/shared/domain/assessment'
import { channels, isOwnChannel, type ChannelId } from '@momentous/shared/domain/contact-type'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Session } from '@momentous/shared/domain/session'
import { rank } from '@momentous/shared/priorities/rank'
import { suggestShortlist } from '@momentous/shared/priorities/shortlist'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import type { Wall } from '../model/wall.ts'
import type { Bench } from '../tools/bench.ts'
import { aboutTime, wallWords } from '../words/canvas.ts'

/** What a note carries besides its words, out of the rest of the board. */
export interface NoteFacts {
  readonly ranking: Ranking | null
  /** Dots of the closed vote; null while nobody may see a count. */
  readonly total: number | null
  readonly priority: boolean
  readonly ideas: number
  /** Not chosen, now that a choice was made. */
  readonly faded: boolean
  readonly editing: boolean
  /** No contact type yet, in the phase that gives them. */
  readonly bare: boolean
  /** Not on disk yet, and that for a while. */
  readonly unsaved: boolean
  /** The foot's left side, when there is no contact type to show. */
  readonly foot: { readonly flag: boolean; readonly words: string } | null
  readonly letter: string | null
  /** First or last on the timeline, which weigh most. */
  readonly impression: boolean
}

/** A session is a frozen fact, so what follows from its closed vote is computed once. */
const suggested = new WeakMap<Session, ReadonlySet<string> | null>()

/** The moments that the session goes on with: the settled ones, else those that the closed vote suggests without a tie. */
export function chosen(wall: Pick<Wall, 'session' | 'moments'>): ReadonlySet<string> | null {
  const session = wall.session()
  if (session.shortlist) return new Set<string>(session.shortlist.moments)
  if (session.vote.state !== 'closed') return null
  const known = suggested.get(session)
  if (known !== undefined) return known
  const suggestion = suggestShortlist(rank(wall.moments(), session.vote.totals))
  const clear = suggestion.state === 'clear' ? new Set<string>(suggestion.moments.map(({ id }) => id)) : null
  suggested.set(session, clear)
  return clear
}

export function totalOf({ vote }: Session, id: MomentId): number | null {
  return vote.state === 'closed' ? (vote.totals[id] ?? 0) : null
}

function letterOf(channel: ChannelId, { channels: own }: Session): string {
  if (!isOwnChannel(channel)) return channels[channel].letter
  return own.find(({ id }) => id === channel)?.letter ?? ''
}

function footOf({ moment, number, last }: SceneNote, { phase }: Session): NoteFacts['foot'] {
  if (moment.channel !== null || number === null) return null
  if (phase === 'colour') return { flag: false, words: wallWords.noType }
  if (moment.seconds !== null) return { flag: false, words: aboutTime(moment.seconds) }
  if (number === 1) return { flag: true, words: wallWords.firstImpression }
  return last ? { flag: true, words: wallWords.lastImpression } : null
}

/** Whether a note was not chosen, now that a choice was made. */
export function fadedReader(wall: Wall): (note: SceneNote) => boolean {
  const priorities = chosen(wall)
  return ({ id, number }) => priorities !== null && number !== null && !priorities.has(id)
}

/** Computes a note's facts; made once for many notes, because the session is the same for all of them. */
export function factsReader(wall: Wall, { desk }: Bench): (note: SceneNote) => NoteFacts {
  const session = wall.session()
  const priorities = chosen(wall)
  const editing = desk.editing.get()
  const faded = fadedReader(wall)
  const colouring = session.phase === 'colour'
  return (note) => ({
    ranking: wall.grade(note.id)?.settled ?? null,
    total: note.number === null ? null : totalOf(session, note.id),
    priority: priorities?.has(note.id) ?? false,
    ideas: wall.ideaCount(note.id),
    faded: faded(note),
    editing: note.id === editing,
    bare: colouring && note.number !== null && note.moment.channel === null,
    unsaved: wall.unsaved(note.id),
    foot: footOf(note, session),
    impression: note.number === 1 || note.last,
    letter: note.moment.channel === null ? null : letterOf(note.moment.channel, session),
  })
}
