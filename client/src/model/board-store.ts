import type { BoardView } from '@momentous/shared/board/view'
import type { ArgsOf, CommandName, DirectName, GovernedName, KeptName } from '@momentous/shared/commands/commands'
import type { Actor } from '@momentous/shared/domain/actor'
import type { BoardId } from '@momentous/shared/domain/id'
import type { Person } from '@momentous/shared/domain/person'
import type { Instant, Session } from '@momentous/shared/domain/session'
import type { Ruling } from '@momentous/shared/rules/ruling'
import type { FrameOf } from '@momentous/shared/wire/frames'
import type { BoardRecords } from './board-records.ts'
import type { History } from './history.ts'
import type { GivenBack, Offered } from './offered.ts'
import type { Saved } from './saved.ts'
import type { Status } from './status.ts'
import type { Presence } from './wall.ts'
import type { Watched } from './watched.ts'

/*
 * One board on this device. The page opens it once (`openStore`) and hands it down in `StoreContext`; components use
 * the hooks of use-store.ts:
 *
 *   const store = useStore()
 *   const moment = useMoment(id)                          frozen; a new object only when this moment changed
 *   const ids = useTimelineIds()                          the same list until the order or the membership changes
 *   const phase = useSession((session) => session.phase)
 *   const ruling = useRuling('close-vote', {})            grey out by `ruling.allowed`, tip says `ruling.reason`
 *
 *   const ruling = store.act('set-paper', { ids: [id], paper: 'rose' })       a direct verb: done at once, or refused
 *   const outcome = await store.ask('close-vote', {})                         a verb of the server: ok, or a reason
 *   store.act('edit-text', { root: 'moments', id, key: 'text', ...textEdit(before, after) })
 *
 * `act` never throws: what isn't allowed comes back as a ruling with a sentence. `ask` always settles, at the latest
 * after 15 s. What the server refuses later (the phase had just changed) appears in `offered` and stays until answered.
 */
export interface BoardStore {
  readonly board: BoardId
  /** moments, ink, shapes, stages, assessments, grades, ideas, builds, concerns, actions, rungs: collections of frozen records. */
  readonly records: BoardRecords
  readonly session: Watched<Session>
  /** Who this device is on the board; the role may change while the board is open. */
  readonly actor: Watched<Actor>
  /** False until the board's content is here, from the server or from what this device kept. */
  readonly loaded: Watched<boolean>
  readonly status: Watched<Status>
  readonly saved: Watched<Saved>
  /** How many changes and answers of this person the server has not yet called saved. */
  readonly waiting: Watched<number>
  /** False while this device can keep nothing: what waits is lost with the page. */
  readonly keeps: Watched<boolean>
  /** Ids of records that aren't on the server's disk yet although it has had time. */
  readonly unsaved: Watched<ReadonlySet<string>>
  readonly people: Watched<People>
  /** One's own dots and grades of the open rounds. Nobody else gets them. */
  readonly mine: Watched<Mine>
  readonly progress: Watched<Progress>
  /** Changes of one's own that the server would not take, with their words. */
  readonly offered: Watched<readonly Offered[]>
  /** The last brief sentence that this person should hear: an undo that was skipped, a drop that was refused. */
  readonly remark: Watched<Remark | null>
  readonly history: History
  readonly presence: Presence
  /** Told, once a frame at most, after anything changed that a ruling may depend on. */
  readonly changes: Pick<Watched<unknown>, 'subscribe'>

  /** The board as the rules see it; current whenever no command is being applied. */
  view(): BoardView
  may<Name extends CommandName>(name: Name, args: ArgsOf<Name>): Ruling
  act<Name extends DirectName>(name: Name, args: ArgsOf<Name>): Ruling
  ask<Name extends AskedName>(name: Name, args: ArgsOf<Name>): Promise<Outcome>
  /** Everything that `change` does is one step of undo. */
  together(change: () => void): void
  newId<Id extends string>(): Id
  /** What time it is for the server, in milliseconds. */
  now(): Instant
  hear<Name extends keyof Signals>(signal: Name, listener: (heard: Signals[Name]) => void): () => void
  say(sentence: string): void
  /** The words of everything that waits here or was offered back, each text once. */
  unsavedWords(): readonly string[]
  /** Gives words back to their author that the board would not take again. */
  giveBack(given: GivenBack): void
  /** Takes an offered change off the list: it was copied, or may go. */
  letGo(offer: string): void
  /** Sends an offered moment's words to the facilitator's waiting list; the offer goes when that worked. */
  keepForFacilitator(offer: string): Promise<Outcome>
  close(): void
}

/** Verbs that the server does: governed ones, and those whose effect is kept in the vault or with the seats. */
export type AskedName = GovernedName | KeptName

export type Outcome =
  /** With `later` it waits on this device, and is sent when there is a link; what the server refuses then is offered back. */
  | { readonly ok: true; readonly value?: unknown; readonly later?: true }
  /** `rule` is null when no rule spoke: no answer, no link. */
  | { readonly ok: false; readonly rule: string | null; readonly reason: string }

export interface People {
  readonly people: readonly Person[]
  readonly doorOpen: boolean
  /** What the board asks for at its door, and when it goes by itself. */
  readonly terms: FrameOf<'people'>['terms']
  /** While ideas without names are open: how many are ready, and whether we are so few that people may guess. */
  readonly quiet?: FrameOf<'people'>['quiet']
}
export type Mine = FrameOf<'mine'>
export type Progress = FrameOf<'progress'>

export interface Remark {
  /** Another remark with the same words is another object. */
  readonly sentence: string
}

export interface Signals {
  /** Somebody rang the bell. */
  readonly bell: null
  /** The facilitator asks everybody to look here. */
  readonly bring: FrameOf<'bring'>
  /** The board came back from a copy of it, or was mended: it may lack what the server had taken. */
  readonly restored: null
}
