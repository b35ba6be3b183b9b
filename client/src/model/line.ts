import type { AnyFrame, FrameOf } from '@momentous/shared/wire/frames'
import * as Y from 'yjs'
import { storeWords } from '../words/store.ts'
import { answerTo } from './answer.ts'
import type { Asking } from './asking.ts'
import type { BoardCopy } from './board-copy.ts'
import type { BoardFacts } from './board-records.ts'
import { createConfirmedLog, type ConfirmedLog } from './confirmed-log.ts'
import { openConnection, type Address, type Connection, type Ear } from './connection.ts'
import { hear, setStatus, type Hearing } from './hearing.ts'
import type { Keeping } from './keeping.ts'
import type { Outbox } from './outbox.ts'
import type { LivePresence } from './presence.ts'
import type { Refusal } from './recovery.ts'

export interface LineDesk {
  readonly address: Address
  readonly copy: BoardCopy
  readonly facts: BoardFacts
  readonly outbox: Outbox
  readonly keeping: Keeping
  readonly asking: Asking
  readonly presence: LivePresence
  readonly hearing: Hearing
  /**
   * A fresh document has arrived in place of ours: moves over to it, and does anew what was not saved. With `giveUp` all of
   * that is offered back instead: the server has refused it again and again.
   */
  moveOver(fresh: Y.Doc, refusal: Refusal | null, giveUp: boolean): void
  /** The board is closed to us for good. */
  end(reason: string): void
}

/** The line to the server: what we have goes there, what it says comes in, and the document is replaced when it must be. */
export interface Line {
  /**
   * Begins; `epoch` is the incarnation of the board that the copy belongs to, if it holds anything. With `anew` something
   * waits that was made on another one, and a fresh document is needed to do it anew; `kept` is what the device has of it.
   */
  open(epoch: number | null, anew: boolean, kept: readonly Uint8Array[]): void
  epoch(): number | null
  /** Takes a fresh document, and does anew on it what waits. */
  renew(): void
  sendCommand(command: FrameOf<'command'>): boolean
  sendPresence(frame: Uint8Array<ArrayBuffer>): boolean
  close(): void
}

/** So many fresh documents within so many milliseconds, and something is wrong that doing it anew won't cure. */
const RENEWALS_MAX = 3
const RENEWALS_MS = 20_000
const PATIENCE_MS = 5_000

/** What changes while the line is open. */
interface Now {
  connection: Connection | null
  /** The document that the connection keeps in step; not the copy's while a fresh one is on its way. */
  doc: Y.Doc | null
  refusal: Refusal | null
  renewals: readonly number[]
  timer: ReturnType<typeof setTimeout> | null
  /** Has the server asked on this link for what it lacks? */
  asked: boolean
  /** The board is another incarnation than ours, and its document is on its way. */
  restored: boolean
}

export function createLine(desk: LineDesk): Line {
  const { copy, facts, outbox, hearing } = desk
  const now: Now = {
    connection: null,
    doc: null,
    refusal: null,
    renewals: [],
    timer: null,
    asked: false,
    restored: false,
  }
  const log = createConfirmedLog(
    desk.keeping,
    () => copy.board().doc,
    () => outbox.since() === null,
  )
  const pulse = () => {
    const { phase, phaseNumber } = facts.session.get()
    now.connection?.send('pulse', { now: hearing.clock.now(), phase, phaseNumber, writable: true })
  }
  const renew = () => {
    const at = Date.now()
    now.renewals = [...now.renewals.filter((each) => at - each < RENEWALS_MS), at]
    const often = now.renewals.length > RENEWALS_MAX
    setStatus(hearing, often ? { state: 'later', why: 'busy', reason: storeWords.tryLater } : { state: 'connecting' })
    // Until the fresh document is here, work goes on in the former one.
    if (often) now.timer = setTimeout(() => connect(new Y.Doc()), PATIENCE_MS)
    else connect(new Y.Doc())
  }
  const take = takerOf(desk, now, log, { pulse, renew })
  const connect = (doc: Y.Doc) => {
    now.connection?.close()
    now.doc = doc
    now.connection = openConnection(desk.address, doc, earOf(desk, now, log, doc, { take, renew }))
  }

  // The server judges what we send by the phase that we say we know of.
  let told = facts.session.get().phaseNumber
  facts.session.subscribe(() => {
    const { phaseNumber } = facts.session.get()
    if (phaseNumber !== told) pulse()
    told = phaseNumber
  })

  return {
    open(epoch, anew, kept) {
      log.begin(epoch, kept)
      connect(anew ? new Y.Doc() : copy.board().doc)
    },
    epoch: log.epoch,
    renew,
    sendCommand: (command) => now.connection?.send('command', command) ?? false,
    sendPresence: (frame) => now.connection?.sendPresence(frame) ?? false,
    close() {
      if (now.timer !== null) clearTimeout(now.timer)
      now.connection?.close()
      now.connection = null
    },
  }
}

function resend({ outbox }: LineDesk, { connection }: Now): void {
  for (const { update } of outbox.all()) connection?.sendUpdate('update', update)
}

/** Takes in the frames that are ours. */
function takerOf(
  desk: LineDesk,
  now: Now,
  log: ConfirmedLog,
  { pulse, renew }: { pulse(): void; renew(): void },
): (frame: AnyFrame) => void {
  const { outbox, asking, hearing } = desk

  const greet = ({ epoch }: FrameOf<'hello'>) => {
    now.asked = false
    const former = log.epoch()
    log.begin(epoch)
    // Our copy grew out of another incarnation of the board: nothing of it may meet the server's.
    if (former !== null && former !== epoch) {
      now.restored = true
      return renew()
    }
    pulse()
    asking.connected()
  }

  return (heard) => {
    const wasWritable = hearing.writable.get()
    hear(hearing, heard)
    if (heard.frame === 'hello') greet(heard.fields)
    else if (heard.frame === 'saved') log.grew(outbox.saved(heard.fields.keys).length)
    else if (heard.frame === 'outcome') asking.answered(heard.fields)
    else if (heard.frame === 'refused') now.refusal = heard.fields
    else if (heard.frame === 'pulse') {
      pulse()
      if (!wasWritable && hearing.writable.get()) {
        resend(desk, now)
        asking.connected()
      }
    }
  }
}

/** Listens for the connection that keeps `doc` in step. */
function earOf(
  desk: LineDesk,
  now: Now,
  log: ConfirmedLog,
  doc: Y.Doc,
  { take, renew }: { take(frame: AnyFrame): void; renew(): void },
): Ear {
  const { copy, outbox, asking, presence, hearing, keeping } = desk
  const isOurs = () => copy.board().doc === doc
  return {
    frame: take,
    received(update, changed) {
      if (isOurs()) log.heard(update, changed)
    },
    lacking(vector) {
      now.asked = true
      const waiting = isOurs() && outbox.since() !== null
      if (waiting) resend(desk, now)
      // What the server lacks has just gone as it was made; then an answer only ends the question.
      const known = waiting ? Y.encodeStateVector(doc) : vector
      now.connection?.sendUpdate('answer', answerTo(doc, known))
    },
    presence: presence.received,
    presenceAsked: presence.connected,
    synced() {
      if (!isOurs()) {
        log.startOver(doc)
        desk.moveOver(doc, now.refusal, now.renewals.length >= RENEWALS_MAX)
        now.refusal = null
      }
      // A server that asks for nothing gets what waits all the same.
      if (!now.asked) resend(desk, now)
      presence.connected()
      hearing.loaded.set(true)
      if (now.restored) hearing.signals.restored.tell(null)
      now.restored = false
    },
    status(status) {
      setStatus(hearing, status)
      if (status.state !== 'online') {
        presence.disconnected()
        asking.disconnected()
      }
      if (status.state === 'gone') {
        keeping.forget()
        desk.end(status.reason)
      }
    },
    renew,
  }
}
