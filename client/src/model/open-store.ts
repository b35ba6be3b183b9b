import type { Actor } from '@momentous/shared/domain/actor'
import { inAnonymousSpan } from '@momentous/shared/rules/anonymous-span'
import { updateKey } from '@momentous/shared/wire/update-key'
import * as Y from 'yjs'
import { storeWords } from '../words/store.ts'
import { createActing, type Acting } from './acting.ts'
import { createAsking, type Asking } from './asking.ts'
import { createBoardCopy, wordsIn, type BoardCopy } from './board-copy.ts'
import { createBoardFacts, type BoardFacts } from './board-records.ts'
import type { BoardStore } from './board-store.ts'
import type { Address } from './connection.ts'
import { createHearing, type Hearing } from './hearing.ts'
import type { Keeping } from './keeping.ts'
import { createLine, type Line } from './line.ts'
import { createOutbox, type Change, type Outbox } from './outbox.ts'
import { createPresence, type LivePresence } from './presence.ts'
import { newId, random } from './random.ts'
import { arrived, replay, wordsOf, type Refusal } from './recovery.ts'
import { storeOf } from './store-of.ts'

export interface StoreOptions {
  readonly address: Address
  /** Who this device was when it took its seat; the server says what it is now. */
  readonly actor: Actor
  readonly keeping: Keeping
  /** A name for this page, unlike any other's. */
  readonly page: string
}

/** Everything that a store is put together from. */
export interface Parts {
  readonly address: Address
  readonly keeping: Keeping
  readonly copy: BoardCopy
  readonly facts: BoardFacts
  readonly hearing: Hearing
  readonly outbox: Outbox
  readonly acting: Acting
  readonly asking: Asking
  readonly presence: LivePresence
  readonly line: Line
  say(sentence: string): void
}

/** Opens a board on this device: what was kept is there at once, the line to the server follows. */
export function openStore({ address, actor, keeping, page }: StoreOptions): BoardStore {
  const copy = createBoardCopy()
  const facts = createBoardFacts()
  const hearing = createHearing(actor)
  const outbox = createOutbox()
  const newKey = keysOf(page)
  facts.follow(copy.board())
  const say = (sentence: string) => hearing.remark.set({ sentence })

  /** While changes are done anew, they are kept together with the going of the former ones. */
  let anew: Change[] | null = null
  const made = (change: Change) => {
    outbox.add(change)
    if (anew === null) keeping.keep([change], [])
    else anew.push(change)
  }
  const acting = createActing({ copy, facts, actor: hearing.actor.get, made, newKey, random, say, now: Date.now })
  const asking = createAsking({ send: (command) => line.sendCommand(command), newId })
  const presence = createPresence({
    send: (update) => line.sendPresence(update),
    silent: () => inAnonymousSpan(facts.view),
    people: () => hearing.people.get().people.filter(({ online }) => online).length,
    now: () => performance.now(),
  })
  presence.follow(copy.board().doc)

  const moveOver = (fresh: Y.Doc, refusal: Refusal | null, giveUp: boolean) => {
    const former = outbox.take()
    const words = new Map(former.map((change) => [change, wordsOf(change, acting.facts)]))
    copy.replace(fresh)
    facts.follow(copy.board())
    presence.follow(fresh)
    const done = arrived(former, fresh)
    const whole: Refusal | null = giveUp ? (refusal ?? { key: 0, rule: null, reason: storeWords.notTaken }) : null
    const unsaved = former
      .filter((change) => !done.has(change))
      .map((change) => {
        const named = refusal !== null && refusal.key === updateKey(change.update) ? refusal : null
        return { change, words: words.get(change) ?? '', refusal: whole ?? named }
      })
    anew = []
    const offers = replay(unsaved, { facts: acting.facts, redo: ({ name, args }) => acting.redo(name, args), newId })
    keeping.keep(anew, former.map(({ key }) => key))
    anew = null
    if (offers.length > 0) offer(hearing, keeping, offers)
  }

  const line = createLine({ address, copy, facts, outbox, keeping, asking, presence, hearing, moveOver })
  const parts = { address, keeping, copy, facts, hearing, outbox, acting, asking, presence, line, say }
  void begin(parts)
  return storeOf(parts)
}
