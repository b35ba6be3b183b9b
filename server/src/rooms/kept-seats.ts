import { allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'
import type { KeptHandler, KeptOutcome } from './sender.ts'

/** Seats and links are kept by the links; the room hears of it like everybody, once it is on the disk. */
export const setRole: KeptHandler<'set-role'> = ({ world, id }, _sender, { seat, role }) =>
  door(world.links.setRole(id, seat, role))

export const nameHeir: KeptHandler<'name-heir'> = ({ world, id, state }, _sender, { seat }) =>
  door(
    seat !== null && state.seats.get(seat)?.closed !== false
      ? Promise.resolve(false)
      : world.links.nameHeir(id, seat).then(() => true),
  )

export const removeSeat: KeptHandler<'remove-seat'> = ({ world, id }, _sender, { seat }) =>
  door(world.links.removeSeat(id, seat))

export const setDoor: KeptHandler<'set-door'> = ({ world, id }, _sender, { open }) =>
  door(world.links.setDoor(id, open).then(() => true))

export const renameSelf: KeptHandler<'rename-self'> = ({ world, id }, { actor }, { name, workplace }) =>
  door(world.links.changeSeat(id, actor.seat, { name, workplace }))

function door(found: Promise<boolean>): KeptOutcome {
  return { what: 'door', ruling: found.then(rulingOf) }
}

function rulingOf(found: boolean): Ruling {
  return found ? allowed : refused('S4', 'This person is no longer on the board.')
}
