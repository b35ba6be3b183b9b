import type { Actor } from '@momentous/shared/domain/actor'
import type { AnyFrame, FrameOf } from '@momentous/shared/wire/frames'
import type { Mine, People, Progress, Remark, Signals } from './board-store.ts'
import type { Offered } from './offered.ts'
import type { Status } from './status.ts'
import { cell, type Cell } from './cell.ts'
import { createServerClock, type ServerClock } from './server-clock.ts'
import { listeners, type Listeners } from '@momentous/shared/scene/listeners'

/** What is known besides the document: all that the server tells a person, and this device's own remarks. */
export interface Hearing {
  readonly actor: Cell<Actor>
  readonly status: Cell<Status>
  readonly writable: Cell<boolean>
  readonly people: Cell<People>
  readonly mine: Cell<Mine>
  readonly progress: Cell<Progress>
  readonly offered: Cell<readonly Offered[]>
  readonly remark: Cell<Remark | null>
  readonly loaded: Cell<boolean>
  readonly clock: ServerClock
  readonly signals: { readonly [Name in keyof Signals]: Listeners<[Signals[Name]]> }
}

export function createHearing(actor: Actor): Hearing {
  return {
    actor: cell<Actor>(actor),
    status: cell<Status>({ state: 'connecting' }),
    writable: cell(true),
    people: cell<People>({ people: [], doorOpen: true, terms: { passphrase: false, deleteAt: null, idleDays: null } }),
    mine: cell<Mine>({ dots: {}, grades: {}, roomDots: [] }),
    progress: cell<Progress>({ grades: {} }),
    offered: cell<readonly Offered[]>([]),
    remark: cell<Remark | null>(null),
    loaded: cell(false),
    clock: createServerClock(),
    signals: { bell: listeners(), bring: listeners(), restored: listeners() },
  }
}

/** Takes in a frame that only tells something. Frames about changes and commands are for the line. */
export function hear(hearing: Hearing, { frame, fields }: AnyFrame): void {
  switch (frame) {
    case 'hello':
      hearing.clock.heard(fields.now)
      return setActor(hearing, fields.seat)
    case 'pulse':
      hearing.clock.heard(fields.now)
      return hearing.writable.set(fields.writable)
    case 'people':
      hearing.people.set(fields)
      return followRole(hearing, fields)
    case 'mine':
      return hearing.mine.set(fields)
    case 'progress':
      return hearing.progress.set(fields)
    case 'bell':
      return hearing.signals.bell.tell(null)
    case 'bring':
      return hearing.signals.bring.tell(fields)
    case 'command':
    case 'outcome':
    case 'saved':
    case 'refused':
  }
}

function setActor({ actor }: Hearing, { id, name, role, seated }: FrameOf<'hello'>['seat']): void {
  const former = actor.get()
  if (former.seat === id && former.name === name && former.role === role && former.seated === seated) return
  actor.set({ seat: id, name, role, seated })
}

/** A facilitator may raise a seat, or set it back, while it is on the board. */
function followRole({ actor }: Hearing, { people }: People): void {
  const me = people.find(({ seat }) => seat === actor.get().seat)
  if (me !== undefined && (me.role !== actor.get().role || me.name !== actor.get().name)) {
    actor.set({ ...actor.get(), role: me.role, name: me.name })
  }
}

/** Tries are made all the time offline; only a state that differs is told. */
export function setStatus({ status }: Hearing, next: Status): void {
  if (JSON.stringify(status.get()) !== JSON.stringify(next)) status.set(next)
}
