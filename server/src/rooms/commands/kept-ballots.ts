import { notify } from '../room.ts'
import { tellMine } from '../secrets/mine.ts'
import type { KeptHandler } from './sender.ts'
import { ownKey, putRow, roomKey } from '../secrets/vault.ts'
import { peersOf } from '../line/tell.ts'

export const castBallot: KeptHandler<'cast-ballot'> = (room, { actor, token }, { round, dots }) => {
  const key = ownKey(token, room.id, `ballot ${round}`)
  return {
    what: 'deed',
    entries: [putRow(room.state.vault, key, { kind: 'ballot', round, dots, person: null })],
    done() {
      for (const peer of peersOf(room, actor.seat)) tellMine(room, peer)
      notify(room, 'counts')
    },
  }
}

export const castRoomBallot: KeptHandler<'cast-room-ballot'> = (room, _sender, { round, person, dots }) => {
  const key = roomKey(room.id, round, person)
  return {
    what: 'deed',
    entries: [putRow(room.state.vault, key, { kind: 'ballot', round, dots, person })],
    done() {
      for (const peer of room.peers) if (peer.actor.role === 'facilitator') tellMine(room, peer)
      notify(room, 'counts')
    },
  }
}
