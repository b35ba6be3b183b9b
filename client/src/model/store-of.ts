import type { Acting } from './acting.ts'
import type { Asking } from './asking.ts'
import type { BoardCopy } from './board-copy.ts'
import type { BoardFacts } from './board-records.ts'
import type { AskedName, BoardStore, Outcome } from './board-store.ts'
import type { Address } from './connection.ts'
import { parsed } from './deed.ts'
import type { Hearing } from './hearing.ts'
import type { Keeping } from './keeping.ts'
import type { KeptOutbox } from './kept-outbox.ts'
import { wordsAsked } from './lasting-verbs.ts'
import type { Line } from './line.ts'
import type { OwnVotes } from './own-votes.ts'
import type { LivePresence } from './presence.ts'
import { createPace } from './pace.ts'
import { newId } from './random.ts'
import { wordsOf } from './recovery.ts'
import { offerBack } from './offering.ts'
import { createSaved } from './saved.ts'
import { createUnsaved } from './unsaved.ts'
import { listeners } from '@momentous/shared/scene/listeners'
import { derive, type Watched } from './watched.ts'

/** Everything that a store is put together from. */
export interface Parts {
  readonly address: Address
  readonly keeping: Keeping
  readonly copy: BoardCopy
  readonly facts: BoardFacts
  readonly hearing: Hearing
  readonly outbox: KeptOutbox
  readonly acting: Acting
  readonly asking: Asking
  readonly presence: LivePresence
  readonly line: Line
  readonly votes: OwnVotes
  /** Nothing is taken over any more from pages that are gone. */
  stopAdopting(): void
  say(sentence: string): void
}

/** The store as the page knows it. */
export function storeOf(parts: Parts): BoardStore {
  const { address, facts, hearing, outbox, acting, presence, say } = parts
  const { actor, loaded, status, people, progress, offered, remark, clock, signals } = hearing
  const { history, act, may } = acting
  const { votes } = parts
  const ask = askOf(parts)

  const letGo = (offer: string) => {
    offered.set(offered.get().filter(({ id }) => id !== offer))
    parts.keeping.offer([], [offer])
  }
  return {
    ...{ actor, loaded, status, people, progress, offered, remark, history, presence, act, may, ask, say, letGo },
    board: address.board,
    mine: votes.mine,
    records: facts.records,
    session: facts.session,
    saved: createSaved([outbox, parts.asking], status, hearing.writable),
    waiting: sumOf([outbox.count, parts.asking.count]),
    keeps: parts.keeping.works,
    unsaved: createUnsaved(outbox),
    changes: changesOf(parts),
    view: () => facts.view,
    together: history.together,
    newId,
    now: clock.now,
    hear: (signal, listener) => signals[signal].add(listener),
    unsavedWords: () => unsavedWords(parts),
    giveBack: (given) =>
      offerBack(hearing, parts.keeping, [{ id: newId(), words: wordsAsked(given.command), ...given }]),
    async keepForFacilitator(id) {
      const offer = offered.get().find((each) => each.id === id)
      if (offer === undefined) return { ok: true }
      // The offer's own id: pressed twice, it is kept once.
      const outcome = await ask('keep-moment', { id, text: offer.words })
      if (outcome.ok) letGo(id)
      return outcome
    },
    close: () => close(parts),
  }
}

function askOf({ asking, votes }: Parts): BoardStore['ask'] {
  return async (name, args): Promise<Outcome> => {
    const given = parsed<AskedName>(name, args)
    if ('refusal' in given) return { ok: false, rule: given.refusal.rule, reason: given.refusal.reason }
    return asking.ask(name, given.args, votes.asked(name, given.args))
  }
}

const sumOf = (counts: readonly Watched<number>[]): Watched<number> =>
  derive(counts, () => counts.reduce((sum, each) => sum + each.get(), 0))

function unsavedWords({ acting, asking, outbox, hearing }: Parts): readonly string[] {
  const words = [
    ...hearing.offered.get().map((offer) => offer.words),
    ...outbox.all().map((change) => wordsOf(change, acting.facts)),
    ...asking.unanswered().map(({ command }) => wordsAsked(command)),
  ]
  return [...new Set(words)].filter((each) => each.trim() !== '')
}

/** So often, while others change the board all the time, is it looked at what somebody may do now. */
const CHANGES_MS = 100

/** A word after changes. */
function changesOf({ facts, hearing }: Parts): Pick<Watched<unknown>, 'subscribe'> {
  const told = listeners()
  const pace = createPace(told.tell, () => performance.now())
  const tell = () => pace.soon(CHANGES_MS)
  facts.subscribe(tell)
  hearing.actor.subscribe(tell)
  return { subscribe: told.add }
}

function close({ asking, presence, line, keeping, stopAdopting }: Parts): void {
  stopAdopting()
  asking.close()
  presence.close()
  line.close()
  keeping.close()
}
