import type { Actor } from '@momentous/shared/domain/actor'
import { inAnonymousSpan } from '@momentous/shared/rules/anonymous-span'
import { createActing } from './acting.ts'
import { createAsking } from './asking.ts'
import { createBoardCopy } from './board-copy.ts'
import { createBoardFacts, type BoardFacts } from './board-records.ts'
import type { BoardStore } from './board-store.ts'
import type { Offered } from './offered.ts'
import type { Address } from './connection.ts'
import { createHearing } from './hearing.ts'
import { createKeys } from './keys.ts'
import type { Keeping } from './keeping.ts'
import { createKeptOutbox } from './kept-outbox.ts'
import { createLine } from './line.ts'
import { giveBack, moveOver } from './moving-over.ts'
import { offerBack, offerOf } from './offering.ts'
import { createOwnVotes } from './own-votes.ts'
import { createPace } from './pace.ts'
import { createPresence, type LivePresence } from './presence.ts'
import { newId, random } from './random.ts'
import { storeOf, type Parts } from './store-of.ts'
import { begin } from './taking-over.ts'

export interface StoreOptions {
  readonly address: Address
  /** Who this device was when it took its seat; the server says what it is now. */
  readonly actor: Actor
  readonly keeping: Keeping
  /** A name for this page, unlike any other's. */
  readonly page: string
}

/** So often at most it is looked whether others have left anything to be undone. */
const LOOK_MS = 500

/** Opens a board on this device: what was kept is there at once, the line to the server follows. */
export function openStore({ address, actor, keeping, page }: StoreOptions): BoardStore {
  const copy = createBoardCopy()
  const facts = createBoardFacts()
  const hearing = createHearing(actor)
  const outbox = createKeptOutbox(keeping)
  const keys = createKeys(page)
  const votes = createOwnVotes(hearing.mine)
  const say = (sentence: string) => hearing.remark.set({ sentence })
  const offer = (offers: readonly Offered[]) => offerBack(hearing, keeping, offers)
  facts.follow(copy.board())

  const acting = createActing({
    copy,
    facts,
    actor: hearing.actor.get,
    made: outbox.add,
    newKey: keys.next,
    epoch: () => line.epoch(),
    random,
    say,
    now: Date.now,
  })
  const asking = createAsking({
    send: (command) => line.sendCommand(command),
    newId,
    newKey: keys.next,
    now: () => performance.now(),
    online: () => hearing.status.get().state === 'online',
    keep: keeping.keep,
    refused: (question, { rule, reason }) => offer(offerOf(question, rule, reason)),
  })
  const presence = createPresence({
    send: (update) => line.sendPresence(update),
    silent: () => inAnonymousSpan(facts.view),
    people: () => hearing.people.get().people.filter(({ online }) => online).length,
    now: () => performance.now(),
  })
  followSilence(facts, presence)
  const looking = createPace(acting.history.lookAgain, Date.now)
  facts.subscribe(() => looking.soon(LOOK_MS))
  const moving = { copy, facts, acting, outbox, offer }
  const line = createLine({
    ...{ address, copy, facts, outbox, keeping, asking, presence, hearing },
    moveOver: (fresh, refusal, giveUp) => moveOver(moving, fresh, refusal, giveUp),
    end(reason) {
      giveBack(moving, reason)
      offer(asking.waiting().flatMap((question) => offerOf(question, null, reason)))
      asking.drop()
    },
  })

  const parts = { address, keeping, copy, facts, hearing, outbox, acting, asking, presence, line, votes, say }
  const taking = begin(parts, keys)
  const whole: Parts = { ...parts, stopAdopting: taking.stop }
  return storeOf(whole)
}

function followSilence(facts: BoardFacts, presence: LivePresence): void {
  let silent = inAnonymousSpan(facts.view)
  facts.subscribe(() => {
    if (inAnonymousSpan(facts.view) === silent) return
    silent = !silent
    presence.silenceChanged()
  })
}
