import type { BoardId } from '@momentous/shared/domain/id'
import { useEffect, useState } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { usePrefetch } from '../controls/use-prefetch.ts'
import { describeBoard, type Door } from '../model/api.ts'
import { isRefusal, type TurnedAway } from '../model/http.ts'
import type { Identity, SeatedBoard } from '../model/identity.ts'
import { joinWords } from '../words/join.ts'
import type { DeadReason } from './DeadLinkPage.tsx'

const DeadLinkPage = lazyPart(async () => (await import('./DeadLinkPage.tsx')).DeadLinkPage)
const JoinPage = lazyPart(async () => (await import('./JoinPage.tsx')).JoinPage)
const BoardPage = lazyPart(async () => (await import('./BoardPage.tsx')).BoardPage)
const next = [BoardPage]
const nothing: typeof next = []

type Stage =
  | { readonly at: 'asking' }
  | { readonly at: 'door'; readonly door: Door; readonly token: string }
  | { readonly at: 'board'; readonly board: SeatedBoard }
  | {
      readonly at: 'dead'
      readonly why: DeadReason
      readonly facilitator: string | null
      readonly words?: readonly string[]
    }

export interface BoardDoorProps {
  readonly identity: Identity
  readonly id: BoardId
  readonly token: string | null
}

/** From a link to a seat on the board. Who has a seat already goes straight in, also without a network. */
export function BoardDoor({ identity, id, token }: BoardDoorProps) {
  const [stage, setStage] = useState<Stage>(() => firstStage(identity, id, token))
  const asking = stage.at === 'asking'
  useEffect(() => {
    if (!asking || token === null) return undefined
    let wanted = true
    // On its way while the server is asked.
    JoinPage.fetch()
    void describeBoard(id, token).then((answer) => wanted && setStage(stageOf(answer, token)))
    return () => {
      wanted = false
    }
  }, [asking, id, token])

  // Whoever reads the invitation is about to come in.
  usePrefetch(stage.at === 'door' ? next : nothing)

  const turnAway = (board: SeatedBoard, why: TurnedAway, words: readonly string[]) => {
    identity.forget(board.id, board.role)
    setStage({ at: 'dead', why, facilitator: board.facilitator || null, words })
  }
  switch (stage.at) {
    case 'asking':
      return <p className="unseen">{joinWords.opening}</p>
    case 'dead':
      return (
        <PartPlace>
          <DeadLinkPage
            board={id}
            identity={identity}
            words={stage.words ?? []}
            why={stage.why}
            facilitator={stage.facilitator}
            onRetry={() => setStage(firstStage(identity, id, token))}
          />
        </PartPlace>
      )
    case 'door':
      return (
        <PartPlace>
          <JoinPage
            identity={identity}
            door={stage.door}
            token={stage.token}
            onJoined={(board) => setStage({ at: 'board', board })}
            onDead={(why, facilitator) => setStage({ at: 'dead', why, facilitator })}
            onAsked={() => setStage({ at: 'asking' })}
          />
        </PartPlace>
      )
    case 'board':
      return (
        <PartPlace>
          <BoardPage
            board={stage.board}
            identity={identity}
            onTurnedAway={(why, words) => turnAway(stage.board, why, words)}
          />
        </PartPlace>
      )
  }
}

function firstStage(identity: Identity, id: BoardId, token: string | null): Stage {
  const kept = identity.find(id, token)
  if (kept?.seat) return { at: 'board', board: { ...kept, seat: kept.seat } }
  return token === null ? { at: 'dead', why: 'no-token', facilitator: null } : { at: 'asking' }
}

function stageOf(answer: Awaited<ReturnType<typeof describeBoard>>, token: string): Stage {
  if (!isRefusal(answer)) {
    const closed = !answer.open && answer.seat === null
    return closed ? { at: 'dead', why: 'closed', facilitator: answer.facilitator } : { at: 'door', door: answer, token }
  }
  const why = answer.refused === 'not-allowed' || answer.refused === 'asked' ? 'wrong' : answer.refused
  return { at: 'dead', why, facilitator: answer.facilitator }
}
