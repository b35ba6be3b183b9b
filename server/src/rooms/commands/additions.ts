import { stretchOf, type Stretch } from '@momentous/shared/board/made-in'
import { viewOf } from '@momentous/shared/board/view'
import { withChannelsNow } from '@momentous/shared/additions/channels-now'
import { roomFor } from '@momentous/shared/additions/room-for'
import { takeAdditionBack, takingBack } from '@momentous/shared/additions/take-addition-back'
import { writeAddition } from '@momentous/shared/additions/write-addition'
import type { Actor } from '@momentous/shared/domain/actor'
import { may } from '@momentous/shared/rules/may'
import { all, allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'
import type { AddedAnswer, AdditionRequest, TakenBackAnswer } from '../../http/room-service.ts'
import { StorageFault } from '../../storage/storage-fault.ts'
import { FULL } from '../admission/admit-touches.ts'
import type { Room } from '../room.ts'
import { SERVER_SEAT } from '../admission/client-owners.ts'
import { perform, type Deed } from './governed.ts'

/** Puts a board's file onto the board: all of it in one change, with its pictures in the same commit, or nothing. */
export function addToBoard(
  room: Room,
  actor: Actor,
  { addition, weight, images }: AdditionRequest,
): Promise<AddedAnswer> {
  const { board, document } = room.state
  const ruling = all(
    () => mayBring(room, actor),
    () => roomFor(addition, (root) => board[root].size),
    () => (document?.size.takes(weight) === false ? refused('D1', FULL) : allowed),
  )
  if (!ruling.allowed) return Promise.resolve(ruling)
  let stretch: Stretch = { client: 0, from: 0, to: 0 }
  const write: Deed['write'] = (into) => {
    const fitting = withChannelsNow(addition, viewOf(into).session.channels)
    stretch = stretchOf(into, () => writeAddition(into, fitting, room.world.random))
  }
  const entries = images.map(({ hash, bytes }) => ({ kind: 'image', hash, bytes }) as const)
  return done(room, { write, entries }, () => ({ allowed: true, stretch }))
}

/** Takes an addition back: what people have gone on with since stays. */
export function takeBackFromBoard(room: Room, actor: Actor, stretch: Stretch): Promise<TakenBackAnswer> {
  const ruling = all(
    () => mayBring(room, actor),
    () => wasBrought(room, stretch),
  )
  if (!ruling.allowed) return Promise.resolve(ruling)
  const taking = takingBack(room.state.board, stretch)
  return done(room, { write: (into) => takeAdditionBack(into, taking) }, () => {
    return { allowed: true, gone: taking.gone.length, kept: taking.kept }
  })
}

/** Additions are the server's own writing: what people have written by hand isn't taken back like this. */
function wasBrought({ owners }: Room, { client }: Stretch): Ruling {
  const isOwn = owners.has(client) && owners.mayUse(client, SERVER_SEAT)
  return isOwn ? allowed : refused('D1', 'Nothing came onto this board by this name.')
}

function mayBring({ state }: Room, actor: Actor): Ruling {
  return may(actor, viewOf(state.board), 'import')
}

function done<Answer>(room: Room, deed: Pick<Deed, 'write' | 'entries'>, answer: () => Answer): Promise<Answer> {
  if (!room.writable) return Promise.reject(new StorageFault('not-saved', room.id))
  return new Promise((resolve, reject) => {
    perform(room, {
      ...deed,
      done: () => resolve(answer()),
      again: () => reject(new StorageFault('not-saved', room.id)),
    })
  })
}
