import { notify } from '../room.ts'
import type { KeptHandler } from './sender.ts'
import { tellMine } from '../secrets/mine.ts'
import { peersOf } from '../line/tell.ts'

/** Nobody learns who rang; whoever did hears it like everybody. */
export const ringBell: KeptHandler<'ring-bell'> = (room) => ({ what: 'deed', done: () => notify(room, 'bell') })

export const bringEveryone: KeptHandler<'bring-everyone'> = (room, { actor }, { view, moment }) => ({
  what: 'deed',
  done() {
    for (const peer of room.peers) if (peer.actor.seat !== actor.seat) peer.tell('bring', { view, moment })
  },
})

export const beReady: KeptHandler<'be-ready'> = (room, { actor }, { ready }) => {
  if (ready) room.ready.add(actor.seat)
  else room.ready.delete(actor.seat)
  return {
    what: 'deed',
    done() {
      for (const peer of peersOf(room, actor.seat)) tellMine(room, peer)
      notify(room, 'people')
    },
  }
}
