import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import type { BoardFacts, Entry, SeatRecord, Storage } from '../storage/storage.ts'
import type { Bearer } from './capability.ts'
import type { Door, DoorChange } from './door.ts'
import type { PassphraseGate } from './passphrase-gate.ts'
import { newSeat, SEATS_MAX, withWishes, type SeatGrant, type SeatWishes } from './seat.ts'

export type SeatAnswer =
  /** `fresh` when the seat was made by this very call. */
  | { readonly ok: true; readonly grant: SeatGrant; readonly fresh: boolean }
  | { readonly ok: false; readonly why: TurnedAway }
/** With a passphrase: nothing was said, or the wrong words, or too many wrong ones were. */
export type TurnedAway = 'door-closed' | 'full' | 'closed' | 'passphrase' | 'wrong-passphrase' | 'many-tries'

/** What somebody says at the door beside the link, and which network that comes from. */
export interface Saying {
  readonly passphrase: string | null
  readonly from: string
}

export interface SeatVerbs {
  /** A link's token makes a new seat; a seat's own token changes that seat. */
  takeSeat(bearer: Bearer, wishes: SeatWishes, saying?: Saying): Promise<SeatAnswer>
  /** A seat for one named person, also while the door is closed: its token is a personal link. */
  invite(board: BoardId, wishes: SeatWishes, role: Role): Promise<SeatAnswer>
  /** False when there is no such open seat; the same goes for the next two. */
  changeSeat(board: BoardId, seat: SeatId, wishes: SeatWishes): Promise<boolean>
  /** The seat then stands by itself: renewing the link that it came with doesn't close it. */
  setRole(board: BoardId, seat: SeatId, role: Role): Promise<boolean>
  removeSeat(board: BoardId, seat: SeatId): Promise<boolean>
}

export function seatVerbs(door: Door, storage: Pick<Storage, 'board'>, gate: PassphraseGate): SeatVerbs {
  const changeOne = (board: BoardId, id: SeatId, to: (seat: SeatRecord) => SeatRecord): Promise<boolean> =>
    door.change(board, (facts) => {
      const seat = openSeat(facts, id)
      return seat === undefined ? unchanged(false) : { entries: [{ kind: 'seat', seat: to(seat) }], result: true }
    })

  return {
    async takeSeat(bearer, wishes, saying = SILENT) {
      const { board, link } = bearer
      if (link === null) return door.change(board, (facts) => reseated(facts, bearer, wishes))
      const asked = (await storage.board(board))?.record.passphrase ?? null
      const why = asked === null ? null : await askedAt(gate, asked, link, saying)
      if (why !== null) return { ok: false, why }
      return door.change(board, (facts) => admitted(facts, wishes, { role: bearer.actor.role, link, asked }))
    },
    invite: (board, wishes, role) => door.change(board, (facts) => seatIfRoom(facts, wishes, role, null)),
    changeSeat: (board, seat, wishes) => changeOne(board, seat, (known) => withWishes(known, wishes)),
    setRole: (board, seat, role) => changeOne(board, seat, (known) => ({ ...known, role, link: null })),
    removeSeat: (board, id) => door.change(board, (facts) => removal(facts, id)),
  }
}

/** Nobody may be the heir of a session from outside. */
function removal(facts: BoardFacts, id: SeatId): DoorChange<boolean> {
  const { record } = facts
  const seat = openSeat(facts, id)
  if (seat === undefined) return unchanged(false)
  const closed: Entry = { kind: 'seat', seat: { ...seat, closed: true } }
  const noHeir: Entry = { kind: 'board-changed', record: { ...record, heir: null } }
  return { entries: record.heir === id ? [closed, noHeir] : [closed], result: true }
}

function openSeat(facts: BoardFacts, id: SeatId): SeatRecord | undefined {
  return facts.seats.find((seat) => seat.id === id && !seat.closed)
}

function unchanged<Result>(result: Result): DoorChange<Result> {
  return { entries: [], result }
}

const SILENT: Saying = { passphrase: null, from: '' }

/** Null for who said the right words. */
async function askedAt(
  gate: PassphraseGate,
  asked: string,
  link: string,
  { passphrase, from }: Saying,
): Promise<TurnedAway | null> {
  if (passphrase === null || passphrase.trim() === '') return 'passphrase'
  const answer = await gate.ask(asked, { said: passphrase, link, from })
  if (answer === 'wait') return 'many-tries'
  return answer === 'right' ? null : 'wrong-passphrase'
}

/** Somebody who comes with a link, and the passphrase that was asked for. */
interface Newcomer {
  readonly role: Role
  readonly link: string
  readonly asked: string | null
}

function admitted(facts: BoardFacts, wishes: SeatWishes, { role, link, asked }: Newcomer): DoorChange<SeatAnswer> {
  const open = facts.links.some(({ hash, closed }) => hash === link && !closed)
  if (!open) return unchanged({ ok: false, why: 'closed' })
  // A facilitator who lost the device must be able to come back and open the door.
  if (facts.record.door === 'closed' && role !== 'facilitator') return unchanged({ ok: false, why: 'door-closed' })
  // It may have been set, or be another one, since it was asked for.
  if (facts.record.passphrase !== asked) return unchanged({ ok: false, why: 'passphrase' })
  return seatIfRoom(facts, wishes, role, link)
}

function seatIfRoom(facts: BoardFacts, wishes: SeatWishes, role: Role, link: string | null): DoorChange<SeatAnswer> {
  const taken = facts.seats.filter(({ closed }) => !closed).length
  if (taken >= SEATS_MAX) return unchanged({ ok: false, why: 'full' })
  const grant = newSeat(wishes, role, link)
  return { entries: [{ kind: 'seat', seat: grant.seat }], result: { ok: true, grant, fresh: true } }
}

function reseated(facts: BoardFacts, bearer: Bearer, wishes: SeatWishes): DoorChange<SeatAnswer> {
  const known = openSeat(facts, bearer.actor.seat)
  if (known === undefined) return unchanged({ ok: false, why: 'closed' })
  const seat = withWishes(known, wishes)
  const grant = { seat, token: bearer.token }
  return { entries: [{ kind: 'seat', seat }], result: { ok: true, grant, fresh: false } }
}
