import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import { roles, type Role } from '@momentous/shared/domain/role'
import * as v from 'valibot'
import type { Device } from './device.ts'
import { boardIdSchema, seatIdSchema } from './known-id.ts'

/** A seat of one's own on a board, with the secret that proves it. */
export interface KeptSeat {
  readonly id: SeatId
  readonly name: string
  readonly token: string
}

/** A board that this device has been on, in one role. */
export interface RememberedBoard {
  readonly id: BoardId
  readonly role: Role
  readonly title: string
  /** Whom to ask when a link has died; empty when nobody is known. */
  readonly facilitator: string
  /** Link tokens by role. Only the device that made or used a link knows it: the server keeps a hash. */
  readonly links: Partial<Readonly<Record<Role, string>>>
  readonly seat: KeptSeat | null
  /** Last visit, milliseconds since 1970 on this device's clock. */
  readonly visited: number
}

/** A board that one may go straight into. */
export interface SeatedBoard extends RememberedBoard {
  readonly seat: KeptSeat
}

/** Who I am on this device: my boards and my name. */
export interface Identity {
  /** The last visited first. */
  boards(): readonly RememberedBoard[]
  /** The board that this token opened before, or, without a token, the one with the most say. */
  find(board: BoardId, token: string | null): RememberedBoard | null
  remember(board: RememberedBoard): void
  /** The seat or link is dead: links of other roles stay. */
  forget(board: BoardId, role: Role): void
  /** The name last used at a door; empty at first. */
  name(): string
  keepName(name: string): void
}

const BOARDS = 'momentous.boards'
const NAME = 'momentous.name'
const MOST = 40

const linkToken = v.exactOptional(v.string())
const boardsSchema = v.array(
  v.object({
    id: boardIdSchema,
    role: v.picklist(roles),
    title: v.string(),
    facilitator: v.string(),
    links: v.object({ facilitator: linkToken, participant: linkToken, observer: linkToken }),
    seat: v.nullable(v.object({ id: seatIdSchema, name: v.string(), token: v.string() })),
    visited: v.number(),
  }),
)

export function openIdentity(device: Device): Identity {
  const boards = (): readonly RememberedBoard[] => {
    const parsed = v.safeParse(boardsSchema, fromJson(device.read(BOARDS)))
    return parsed.success ? parsed.output.toSorted((one, other) => other.visited - one.visited) : []
  }
  const write = (kept: readonly RememberedBoard[]) => device.write(BOARDS, JSON.stringify(kept.slice(0, MOST)))
  const others = (board: BoardId, role: Role) => boards().filter((each) => each.id !== board || each.role !== role)

  return {
    boards,
    find(board, token) {
      const mine = boards().filter((each) => each.id === board)
      if (token !== null) return mine.find((each) => opens(each, token)) ?? null
      return roles.flatMap((role) => mine.filter((each) => each.role === role && each.seat))[0] ?? null
    },
    remember: (board) => write([board, ...others(board.id, board.role)]),
    forget: (board, role) => write(others(board, role)),
    name: () => device.read(NAME) ?? '',
    keepName: (name) => device.write(NAME, name),
  }
}

function opens(board: RememberedBoard, token: string): boolean {
  return board.links[board.role] === token || board.seat?.token === token
}

function fromJson(words: string | null): unknown {
  try {
    return words === null ? null : JSON.parse(words)
  } catch {
    return null
  }
}
