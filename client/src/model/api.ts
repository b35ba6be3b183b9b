import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import { phaseOrder, type Phase } from '@momentous/shared/domain/phase'
import { roles, workplaces, type Role, type Workplace } from '@momentous/shared/domain/role'
import * as v from 'valibot'
import { ask, type Refusal } from './http.ts'
import { boardIdSchema, seatIdSchema } from './known-id.ts'

/** What the door says of a board before anybody has gone in. */
export interface Door {
  readonly id: BoardId
  readonly title: string
  readonly why: string
  readonly phase: Phase
  /** What this link allows at most. */
  readonly role: Role
  /** First name of whoever steers; null while nobody has taken that seat. */
  readonly facilitator: string | null
  /** False when nobody new is let in. */
  readonly open: boolean
  /** The seat that a personal link stands for. */
  readonly seat: { readonly name: string; readonly workplace: Workplace | null } | null
  /** True while a passphrase is asked for; until it is said the door tells neither title nor why. */
  readonly passphrase: boolean
  /** When the board goes by itself. */
  readonly deleteAt: number | null
  readonly idleDays: number | null
}

export type Tokens = Readonly<Record<Role, string>>

export interface NewBoard {
  readonly id: BoardId
  readonly links: Tokens
  readonly tokens: Tokens
}

export interface TakenSeat {
  readonly id: SeatId
  readonly name: string
  readonly role: Role
  readonly token: string
}

export interface BoardWishes {
  readonly title: string
  readonly why: string
  readonly template: string
}

export interface SeatWishes {
  readonly name: string
  readonly workplace: Workplace | null
  /** Left out where none is asked for. */
  readonly passphrase?: string
}

const perRole = v.object({ facilitator: v.string(), participant: v.string(), observer: v.string() })

export const newBoardSchema = v.object({ id: boardIdSchema, links: perRole, tokens: perRole })
const doorSchema = v.object({
  id: boardIdSchema,
  title: v.string(),
  why: v.string(),
  phase: v.picklist(phaseOrder),
  role: v.picklist(roles),
  facilitator: v.nullable(v.string()),
  open: v.boolean(),
  seat: v.nullable(v.object({ name: v.string(), workplace: v.nullable(v.picklist(workplaces)) })),
  passphrase: v.boolean(),
  deleteAt: v.nullable(v.number()),
  idleDays: v.nullable(v.number()),
})
const seatSchema = v.pipe(
  v.object({ seat: v.object({ id: seatIdSchema, name: v.string(), role: v.picklist(roles) }), token: v.string() }),
  v.transform(({ seat, token }) => ({ ...seat, token })),
)

/** Makes a board with its three links. Never throws, like the others here: trouble is an answer too. */
export function createBoard(wishes: BoardWishes): Promise<NewBoard | Refusal> {
  const { title, why, template } = wishes
  return ask(newBoardSchema, '/api/boards', { body: { title, template, ...(why === '' ? {} : { why }) } })
}

/** What stands on the door that this token opens. */
export function describeBoard(board: BoardId, token: string): Promise<Door | Refusal> {
  return ask(doorSchema, `/api/boards/${board}/door`, { token })
}

/** A seat of one's own, with the link's role. */
export function takeSeat(board: BoardId, token: string, wishes: SeatWishes): Promise<TakenSeat | Refusal> {
  const { name, workplace, passphrase } = wishes
  const body = {
    ...(name === '' ? {} : { name }),
    ...(workplace === null ? {} : { place: workplace }),
    ...(passphrase === undefined ? {} : { passphrase }),
  }
  return ask(seatSchema, `/api/boards/${board}/seats`, { token, body })
}
