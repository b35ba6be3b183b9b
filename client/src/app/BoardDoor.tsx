import type { BoardId } from '@momentous/shared/domain/id'
import { lazy, Suspense, useEffect, useState } from 'react'
import { describeBoard, type Door } from '../model/api.ts'
import { isRefusal, type TurnedAway } from '../model/http.ts'
import type { Identity, SeatedBoard } from '../model/identity.ts'
import { joinWords } from '../words/join.ts'
import { DeadLinkPage, type DeadReason } from './DeadLinkPage.tsx'
import { JoinPage } from './JoinPage.tsx'

const BoardPage = lazy(async () => ({ default: (await import('./BoardPage.tsx')).BoardPage }))

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
    void describeBoard(id, token).then((answer) => wanted && setStage(stageOf(answer, token)))
    return () => {
      wanted = false
    }
  }, [asking, id, token])

  const turnAway = (board: SeatedBoard, why: TurnedAway, words: readonly string[]) => {
    identity.forget(board.id, board.role)
    setStage({ at: 'dead', why, facilitator: board.facilitator || null, words })
  }
  switch (stage.at) {
    case 'asking':
      return <p className="unseen">{joinWords.opening}</p>
    case 'dead':
      return (
        <DeadLinkPage
          board={id}
          identity={identity}
          words={stage.words ?? []}
          why={stage.why}
          facilitator={stage.facilitator}
          onRetry={() => setStage(firstStage(identity, id, token))}
        />
      )
    case 'door':
      return (
        <JoinPage
          identity={identity}
          door={stage.door}
          token={stage.token}
          onJoined={(board) => setStage({ at: 'board', board })}
          onDead={(why, facilitator) => setStage({ at: 'dead', why, facilitator })}
          onAsked={() => setStage({ at: 'asking' })}
        />
      )
    case 'board':
      return (
        <Suspense fallback={<p className="unseen">{joinWords.opening}</p>}>
          <BoardPage
            board={stage.board}
            identity={identity}
            onTurnedAway={(why, words) => turnAway(stage.board, why, words)}
          />
        </Suspense>
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
