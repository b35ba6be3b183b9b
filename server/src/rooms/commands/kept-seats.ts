import { allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'
import { keptRefusal, type KeptHandler, type KeptOutcome } from './sender.ts'

/** A board can't be set to go at once by a slip of the finger: there is another command for that. In milliseconds. */
const SOONEST = 60 * 60 * 1000

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

export const setPassphrase: KeptHandler<'set-passphrase'> = ({ world, id }, _sender, { passphrase }) =>
  door(world.links.setPassphrase(id, passphrase).then(() => true))

export const setRetention: KeptHandler<'set-retention'> = ({ world, id }, _sender, { deleteAt, idleDays }) => {
  const soonest = world.now() + SOONEST
  if (deleteAt !== null && deleteAt < soonest) return keptRefusal('S4', 'Choose a day that is still to come.')
  return door(world.links.setRetention(id, { deleteAt, idleDays }, world.now()).then(() => true))
}

export const renameSelf: KeptHandler<'rename-self'> = ({ world, id }, { actor }, { name, workplace }) =>
  door(world.links.changeSeat(id, actor.seat, { name, workplace }))

function door(found: Promise<boolean>): KeptOutcome {
  return { what: 'door', ruling: found.then(rulingOf) }
}

function rulingOf(found: boolean): Ruling {
  return found ? allowed : refused('S4', 'This person is no longer on the board.')
}
