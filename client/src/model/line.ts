import type { AnyFrame, FrameOf } from '@momentous/shared/wire/frames'
import * as Y from 'yjs'
import type { Asking } from './asking.ts'
import type { BoardCopy } from './board-copy.ts'
import type { BoardFacts } from './board-records.ts'
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
}

/** The line to the server: what we have goes there, what it says comes in, and the document is replaced when it must be. */
export interface Line {
  /** Begins; `epoch` is the incarnation of the board that the copy belongs to, if it holds anything. */
  open(epoch: number | null): void
  sendCommand(command: FrameOf<'command'>): boolean
  sendPresence(update: Uint8Array): boolean
  close(): void
}

/** As many confirmed updates are kept one by one before they are worth writing as one state. */
const LOG_MAX = 1000
/** So many fresh documents within so many milliseconds, and something is wrong that doing it anew won't cure. */
const RENEWALS_MAX = 3
const RENEWALS_MS = 20_000

export function createLine(desk: LineDesk): Line {
  const { address, copy, facts, outbox, keeping, asking, presence, hearing } = desk
  let connection: Connection | null = null
  let connected: Y.Doc | null = null
  let epoch: number | null = null
  let refusal: Refusal | null = null
  let renewals: readonly number[] = []
  let logged = 0

  const pulse = () => {
    const { phase, phaseNumber } = facts.session.get()
    connection?.send('pulse', { now: hearing.clock.now(), phase, phaseNumber, writable: true })
  }
  const confirm = (updates: readonly Uint8Array[]) => {
    for (const update of updates) keeping.confirm(update)
    logged += updates.length
    if (logged < LOG_MAX || outbox.since() !== null || epoch === null) return
    logged = 0
    keeping.confirmAll(Y.encodeStateAsUpdate(copy.board().doc), epoch)
  }
  const saved = (keys: readonly number[]) => {
    const done = outbox.saved(keys)
    confirm(done.map(({ update }) => update))
    if (done.length > 0) keeping.keep([], done.map(({ key }) => key))
  }
  const resend = () => {
    for (const { update } of outbox.all()) connection?.sendUpdate('update', update)
  }

  const greet = (hello: FrameOf<'hello'>) => {
    const former = epoch
    epoch = hello.epoch
    // Our copy grew out of another incarnation of the board: nothing of it may meet the server's.
    if (former !== null && former !== hello.epoch) return renew()
    keeping.keepEpoch(hello.epoch)
    pulse()
    asking.connected()
  }

  const take = (heard: AnyFrame) => {
    const wasWritable = hearing.writable.get()
    hear(hearing, heard)
    if (heard.frame === 'hello') greet(heard.fields)
    else if (heard.frame === 'saved') saved(heard.fields.keys)
    else if (heard.frame === 'outcome') asking.answered(heard.fields)
    else if (heard.frame === 'refused') refusal = heard.fields
    else if (heard.frame === 'pulse') {
      pulse()
      if (!wasWritable && hearing.writable.get()) resend()
    }
  }

  const ear = (doc: Y.Doc): Ear => ({
    frame: take,
    received: (update) => {
      if (copy.board().doc === doc) confirm([update])
    },
    lacking(vector) {
      const waiting = copy.board().doc === doc && outbox.since() !== null
      if (waiting) resend()
      // Everything that the server lacks has just gone as it was made; an answer ends the question.
      const known = waiting ? Y.encodeStateVector(doc) : vector
      connection?.sendUpdate('answer', Y.encodeStateAsUpdate(doc, known))
    },
    presence: presence.received,
    presenceAsked: presence.connected,
    synced() {
      if (copy.board().doc !== doc) {
        if (epoch !== null) keeping.confirmAll(Y.encodeStateAsUpdate(doc), epoch)
        desk.moveOver(doc, refusal, renewals.length >= RENEWALS_MAX)
        refusal = null
      }
      presence.connected()
      hearing.loaded.set(true)
    },
    status(status) {
      setStatus(hearing, status)
      if (status.state !== 'online') presence.disconnected()
      if (status.state === 'gone') keeping.forget()
    },
    renew,
  })

  const connect = (doc: Y.Doc) => {
    connection?.close()
    connection = openConnection(address, doc, ear(doc))
    connected = doc
  }
  /** Until the fresh document is here, work goes on in the former one. */
  function renew(): void {
    const now = Date.now()
    renewals = [...renewals.filter((at) => now - at < RENEWALS_MS), now]
    setStatus(hearing, { state: 'connecting' })
    connect(new Y.Doc())
  }

  // The server judges what we send by the phase that we say we know of.
  let told = facts.session.get().phaseNumber
  facts.session.subscribe(() => {
    const { phaseNumber } = facts.session.get()
    if (phaseNumber !== told) pulse()
    told = phaseNumber
  })

  return {
    open(known) {
      epoch = known
      connect(copy.board().doc)
    },
    sendCommand: (command) => connection?.send('command', command) ?? false,
    // Presence speaks under the document's clientID, so not while another document is on its way.
    sendPresence: (update) => connected === copy.board().doc && (connection?.sendPresence(update) ?? false),
    close() {
      connection?.close()
      connection = null
    },
  }
}
