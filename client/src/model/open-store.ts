import type { Actor } from '@momentous/shared/domain/actor'
import { inAnonymousSpan } from '@momentous/shared/rules/anonymous-span'
import * as Y from 'yjs'
import { createActing } from './acting.ts'
import { createAsking } from './asking.ts'
import { createBoardCopy } from './board-copy.ts'
import { createBoardFacts, type BoardFacts } from './board-records.ts'
import type { BoardStore, Offered } from './board-store.ts'
import type { Address } from './connection.ts'
import { createHearing, type Hearing } from './hearing.ts'
import type { Keeping } from './keeping.ts'
import { createKeptOutbox } from './kept-outbox.ts'
import { createLine } from './line.ts'
import { moveOver } from './moving-over.ts'
import { createPresence, type LivePresence } from './presence.ts'
import { newId, random } from './random.ts'
import { storeOf, type Parts } from './store-of.ts'

export interface StoreOptions {
  readonly address: Address
  /** Who this device was when it took its seat; the server says what it is now. */
  readonly actor: Actor
  readonly keeping: Keeping
  /** A name for this page, unlike any other's. */
  readonly page: string
}

/** Opens a board on this device: what was kept is there at once, the line to the server follows. */
export function openStore({ address, actor, keeping, page }: StoreOptions): BoardStore {
  const copy = createBoardCopy()
  const facts = createBoardFacts()
  const hearing = createHearing(actor)
  const outbox = createKeptOutbox(keeping)
  const say = (sentence: string) => hearing.remark.set({ sentence })
  const offer = (offers: readonly Offered[]) => offerBack(hearing, keeping, offers)
  facts.follow(copy.board())

  const acting = createActing({
    copy,
    facts,
    actor: hearing.actor.get,
    made: outbox.add,
    newKey: keysOf(page),
    random,
    say,
    now: Date.now,
  })
  const asking = createAsking({ send: (command) => line.sendCommand(command), newId })
  const presence = createPresence({
    send: (update) => line.sendPresence(update),
    silent: () => inAnonymousSpan(facts.view),
    people: () => hearing.people.get().people.filter(({ online }) => online).length,
    now: () => performance.now(),
  })
  presence.follow(copy.board().doc)
  followSilence(facts, presence)
  const line = createLine({
    ...{ address, copy, facts, outbox, keeping, asking, presence, hearing },
    moveOver: (fresh, refusal, giveUp) =>
      moveOver({ copy, facts, acting, outbox, presence, offer }, fresh, refusal, giveUp),
  })

  const parts: Parts = { address, keeping, copy, facts, hearing, outbox, acting, asking, presence, line, say }
  void begin(parts)
  return storeOf(parts)
}

/** Shows what the device kept, then connects. */
async function begin({ keeping, copy, hearing, outbox, line }: Parts): Promise<void> {
  const kept = await keeping.open()
  const { doc } = copy.board()
  if (hearing.status.get().state === 'gone') return
  doc.transact(() => {
    for (const update of kept.confirmed) Y.applyUpdate(doc, update)
    for (const { update } of kept.changes) Y.applyUpdate(doc, update)
  })
  outbox.restore(kept.changes)
  if (kept.offered.length > 0) hearing.offered.set(kept.offered)
  if (kept.epoch !== null) hearing.loaded.set(true)
  line.open(kept.epoch)
}

function followSilence(facts: BoardFacts, presence: LivePresence): void {
  let silent = inAnonymousSpan(facts.view)
  facts.subscribe(() => {
    if (inAnonymousSpan(facts.view) === silent) return
    silent = !silent
    presence.silenceChanged()
  })
}

function offerBack({ offered }: Hearing, keeping: Keeping, offers: readonly Offered[]): void {
  if (offers.length === 0) return
  offered.set([...offered.get(), ...offers])
  keeping.offer(offered.get())
}

/** Keys that sort by time, then by number, and differ from page to page. */
function keysOf(page: string): () => string {
  let number = 0
  return () => `${String(Date.now()).padStart(15, '0')}-${String(number++).padStart(6, '0')}-${page}`
}
