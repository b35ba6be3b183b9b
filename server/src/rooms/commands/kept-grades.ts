import { tellMine } from '../secrets/mine.ts'
import { notify } from '../room.ts'
import type { KeptHandler } from './sender.ts'
import { peersOf } from '../line/tell.ts'
import { ownKey, putRow } from '../secrets/vault.ts'

export const gradeMoment: KeptHandler<'grade-moment'> = (room, { actor, token }, { moment, round, ranking }) => {
  const key = ownKey(token, room.id, `grade ${moment} ${round}`)
  return {
    what: 'deed',
    entries: [putRow(room.state.vault, key, { kind: 'grade', moment, round, ranking })],
    done() {
      for (const peer of peersOf(room, actor.seat)) tellMine(room, peer)
      notify(room, 'counts')
    },
  }
}
