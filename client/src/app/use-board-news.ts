import { useEffect } from 'react'
import type { TurnedAway } from '../model/http.ts'
import type { Identity, SeatedBoard } from '../model/identity.ts'
import { sayAgain } from '../model/say-idea.ts'
import { useOwnIdeas } from '../model/use-own-ideas.ts'
import { useLoaded, usePeople, useSession, useStatus, useStore } from '../model/use-store.ts'
import { facilitatorName } from '../session/people-facts.ts'
import { storeWords } from '../words/store.ts'

/** Keeps what this device remembers of the board up to date: its name, and whom to ask. */
export function useRemembering(board: SeatedBoard, identity: Identity): void {
  const loaded = useLoaded()
  const said = useSession((session) => session.title)
  const title = loaded && said !== '' ? said : board.title
  const facilitator = facilitatorName(usePeople().people) || board.facilitator
  useEffect(() => {
    document.title = title
    if (!loaded) return
    const kept = identity.find(board.id, board.seat.token) ?? board
    if (kept.title !== title || kept.facilitator !== facilitator) identity.remember({ ...kept, title, facilitator })
  }, [board, identity, title, facilitator, loaded])
}

const doors = { link: 'renewed', seat: 'unseated', board: 'gone' } as const

/** Tells when there is nothing left to try, and the words that nobody has taken: the link or the seat was closed, or the board is gone. */
export function useTurnedAway(onTurnedAway: (why: TurnedAway, words: readonly string[]) => void): void {
  const store = useStore()
  const status = useStatus()
  const why = status.state === 'gone' ? status.why : null
  useEffect(() => {
    if (why !== null) onTurnedAway(doors[why], store.unsavedWords())
  }, [why, onTurnedAway, store])
}

/** After the board came back from a copy: a word about it, and what was said here without a name goes again, for no copy has it. */
export function useRestored(): void {
  const store = useStore()
  const own = useOwnIdeas()
  useEffect(
    () =>
      store.hear('restored', () => {
        store.say(storeWords.restored)
        void sayAgain(store, own)
      }),
    [store, own],
  )
}
