import type { Grade, Ranking } from '../domain/assessment.ts'
import { channels, isOwnChannel, type ChannelId } from '../domain/contact-type.ts'
import type { MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { Session } from '../domain/session.ts'
import { rank } from '../priorities/rank.ts'
import { suggestShortlist } from '../priorities/shortlist.ts'
import type { SceneNote } from '../scene/note-layout.ts'
import { aboutTime, pictureWords } from './picture-words.ts'

/** What a note carries besides its words, out of the rest of the board: what everybody may see of it. */
export interface PicturedFacts {
  readonly ranking: Ranking | null
  /** Dots of the closed vote; null while nobody may see a count. */
  readonly total: number | null
  readonly priority: boolean
  readonly ideas: number
  /** Not chosen, now that a choice was made. */
  readonly faded: boolean
  /** The foot's left side, when there is no contact type to show. */
  readonly foot: { readonly flag: boolean; readonly words: string } | null
  readonly letter: string | null
  /** First or last on the timeline, which weigh most. */
  readonly impression: boolean
}

/** Where the facts come from: the living wall, or a board that stands still. */
export interface FactsSource {
  session(): Session
  moments(): readonly Moment[]
  grade(id: MomentId): Grade | undefined
  ideaCount(id: MomentId): number
}

/** A session is a frozen fact, so what follows from its closed vote is computed once. */
const suggested = new WeakMap<Session, ReadonlySet<string> | null>()

/** The moments that the session goes on with: the settled ones, else those that the closed vote suggests without a tie. */
export function chosen(source: Pick<FactsSource, 'session' | 'moments'>): ReadonlySet<string> | null {
  const session = source.session()
  if (session.shortlist) return new Set<string>(session.shortlist.moments)
  if (session.vote.state !== 'closed') return null
  const known = suggested.get(session)
  if (known !== undefined) return known
  const suggestion = suggestShortlist(rank(source.moments(), session.vote.totals))
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

function footOf({ moment, number, last }: SceneNote, { phase }: Session): PicturedFacts['foot'] {
  if (moment.channel !== null || number === null) return null
  if (phase === 'colour') return { flag: false, words: pictureWords.noType }
  if (moment.seconds !== null) return { flag: false, words: aboutTime(moment.seconds) }
  if (number === 1) return { flag: true, words: pictureWords.firstImpression }
  return last ? { flag: true, words: pictureWords.lastImpression } : null
}

/** Whether a note was not chosen, now that a choice was made. */
export function fadedReader(source: Pick<FactsSource, 'session' | 'moments'>): (note: SceneNote) => boolean {
  const priorities = chosen(source)
  return ({ id, number }) => priorities !== null && number !== null && !priorities.has(id)
}

/** Computes a note's facts; made once for many notes, because the session is the same for all of them. */
export function picturedFacts(source: FactsSource): (note: SceneNote) => PicturedFacts {
  const session = source.session()
  const priorities = chosen(source)
  const faded = fadedReader(source)
  return (note) => ({
    ranking: source.grade(note.id)?.settled ?? null,
    total: note.number === null ? null : totalOf(session, note.id),
    priority: priorities?.has(note.id) ?? false,
    ideas: source.ideaCount(note.id),
    faded: faded(note),
    foot: footOf(note, session),
    impression: note.number === 1 || note.last,
    letter: note.moment.channel === null ? null : letterOf(note.moment.channel, session),
  })
}
