import * as Y from 'yjs'
import * as v from 'valibot'
import { openBoard, type Board } from '@momentous/shared/board/board'
import { createBoard } from '@momentous/shared/board/create-board'
import { viewOf, type BoardView } from '@momentous/shared/board/view'
import { setSession } from '@momentous/shared/board/session'
import { commands, type CommandName } from '@momentous/shared/commands/commands'
import type { Actor } from '@momentous/shared/domain/actor'
import type { MomentId, SeatId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import type { Session } from '@momentous/shared/domain/session'
import type { Ruling } from '@momentous/shared/rules/ruling'
import { timeline } from '@momentous/shared/board/timeline'
import { seededRandom } from './seeded-random.ts'

export const actorOf = (role: Role, seat = `${role}-seat`, seated = true): Actor => ({
  seat: seat as SeatId,
  role,
  name: role,
  seated,
})

export const people = [actorOf('facilitator'), actorOf('participant'), actorOf('observer')] as const

export interface LiveBoard {
  readonly board: Board
  view(): BoardView
  /** Ids of the moments on the line, in their order. */
  line(): readonly MomentId[]
  set(session: Partial<Session>): void
  /** Parses the arguments, asks `check` and, where it allows, applies: what client and server do with a command. */
  run(name: CommandName, args: unknown, as?: Role | Actor): Ruling
  check(name: CommandName, args: unknown, as?: Role | Actor): Ruling
}

/** A board of the dentist's ten contacts, without a server. */
export function liveBoard(session: Partial<Session> = {}, seed = 1): LiveBoard {
  const random = seededRandom(seed)
  const doc = new Y.Doc()
  createBoard(doc, { title: 'Harbour Street Dental', why: 'They tell their friends.', template: 'dentist' }, random)
  const board = openBoard(doc)
  setSession(board, session)
  const check = (name: CommandName, given: unknown, as: Role | Actor = 'facilitator') => {
    const command = commands[name]
    const args: unknown = v.parse(command.args as v.GenericSchema, given)
    const actor = typeof as === 'string' ? actorOf(as) : as
    return { ruling: command.check(viewOf(board), actor, args as never), args, actor, command }
  }
  return {
    board,
    view: () => viewOf(board),
    line: () => timeline(viewOf(board).moments()).map((moment) => moment.id),
    set: (changes) => setSession(board, changes),
    check: (name, given, as) => check(name, given, as).ruling,
    run(name, given, as) {
      const { ruling, args, actor, command } = check(name, given, as)
      if (!ruling.allowed || command.channel === 'kept') return ruling
      doc.transact(() => {
        if (command.channel === 'direct') command.apply(board, args as never, random)
        else command.apply(board, args as never, { actor, now: 1_000_000, random, people: [] })
      })
      return ruling
    },
  }
}
