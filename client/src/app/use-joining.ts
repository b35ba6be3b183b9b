import type { Workplace } from '@momentous/shared/domain/role'
import { useState } from 'react'
import { takeSeat, type Door, type TakenSeat } from '../model/api.ts'
import { isRefusal, type TurnedAway } from '../model/http.ts'
import type { Identity, SeatedBoard } from '../model/identity.ts'
import { joinWords } from '../words/join.ts'
import { troubleWords } from '../words/trouble.ts'

export interface Joining {
  readonly identity: Identity
  readonly door: Door
  readonly token: string
  readonly onJoined: (board: SeatedBoard) => void
  readonly onDead: (why: TurnedAway, facilitator: string | null) => void
  /** A passphrase is asked for by now: the door has to be looked at anew. */
  readonly onAsked: () => void
}

/** Takes the seat, keeps it on this device and says what stood in the way, if anything did. */
export function useJoining({ identity, door, token, onJoined, onDead, onAsked }: Joining) {
  const [joining, setJoining] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const join = async (name: string, workplace: Workplace | null, passphrase: string) => {
    if (joining) return undefined
    if (door.passphrase && passphrase.trim() === '') return setTrouble(joinWords.noPassphrase)
    setJoining(true)
    setTrouble(null)
    const answer = await takeSeat(door.id, token, { name, workplace, ...(door.passphrase ? { passphrase } : {}) })
    if (!isRefusal(answer)) {
      identity.keepName(name)
      const board = seated(identity, door, token, answer)
      identity.remember(board)
      return onJoined(board)
    }
    const { refused, message, facilitator } = answer
    if (refused === 'asked') return onAsked()
    if (refused !== 'away' && refused !== 'not-allowed') return onDead(refused, facilitator)
    setJoining(false)
    return setTrouble(message ?? troubleWords.away)
  }
  return { joining, trouble, join }
}

function seated(
  identity: Identity,
  door: Door,
  token: string,
  { id, name, role, token: secret }: TakenSeat,
): SeatedBoard {
  return {
    id: door.id,
    role,
    title: door.title || joinWords.guarded,
    facilitator: door.facilitator ?? '',
    links: { ...identity.find(door.id, token)?.links, [door.role]: token },
    seat: { id, name, token: secret },
    visited: Date.now(),
  }
}
