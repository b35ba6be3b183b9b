import { createRecord } from '@momentous/shared/board/write'
import { viewOf } from '@momentous/shared/board/view'
import { commands, type ArgsOf, type CommandName } from '@momentous/shared/commands/commands'
import { newId, type BoardId, type SeatId } from '@momentous/shared/domain/id'
import type { Person } from '@momentous/shared/domain/person'
import type { Role } from '@momentous/shared/domain/role'
import { allowed } from '@momentous/shared/rules/ruling'
import { createBoardFacts } from '../../client/src/model/board-records.ts'
import type {
  BoardStore,
  Mine,
  Outcome,
  People,
  Progress,
  Remark,
  Signals,
} from '../../client/src/model/board-store.ts'
import type { Offered } from '../../client/src/model/offered.ts'
import type { Status } from '../../client/src/model/status.ts'
import { cell, type Cell } from '../../client/src/model/cell.ts'
import type { Saved } from '../../client/src/model/saved.ts'
import { listeners } from '@momentous/shared/scene/listeners'
import { actorOf, type LiveBoard } from './live-board.ts'
import { seededRandom } from './seeded-random.ts'

/** What a test changes of a store from outside, and what it sees of it. */
export interface LiveStore extends BoardStore {
  readonly live: LiveBoard
  readonly mine: Cell<Mine>
  readonly people: Cell<People>
  readonly progress: Cell<Progress>
  readonly offered: Cell<readonly Offered[]>
  readonly remark: Cell<Remark | null>
  readonly saved: Cell<Saved>
  readonly status: Cell<Status>
  readonly keeps: Cell<boolean>
  readonly unsaved: Cell<ReadonlySet<string>>
  /** Every verb in turn, with its arguments. */
  readonly acts: readonly { readonly name: CommandName; readonly args: unknown }[]
  signal<Name extends keyof Signals>(name: Name, heard: Signals[Name]): void
}

const person = (name: string, role: Role, facts: Partial<Person> = {}): Person => ({
  seat: `seat-of-${name.toLowerCase()}` as SeatId,
  name,
  role,
  workplace: 'front-line',
  online: true,
  ready: false,
  heir: false,
  ...facts,
})

/** Who is on the board of the tests; the one who looks at the store sits on `<role>-seat`. */
const company = (role: Role): readonly Person[] => [
  person(role === 'facilitator' ? 'Marian' : 'Aisha', role, { seat: `${role}-seat` as SeatId }),
  ...(role === 'facilitator' ? [] : [person('Marian', 'facilitator', { workplace: 'manager' })]),
  person('Tom', 'participant', { ready: true }),
  person('Colm', 'participant', { workplace: 'office' }),
]

type Effects = { readonly [Name in CommandName]?: (args: ArgsOf<Name>) => void }

const NO_TERMS: People['terms'] = { passphrase: false, deleteAt: null, idleDays: null }

/** What the server's vault and tables would do with a kept verb, near enough for a screen. */
function keptEffects(live: LiveBoard, store: Pick<LiveStore, 'mine' | 'people' | 'actor'>, ring: () => void): Effects {
  const { board } = live
  const { mine, people, actor } = store
  const raise = (root: 'ideas' | 'builds' | 'concerns', { id, ...values }: { readonly id: string }) =>
    board.doc.transact(() => createRecord(board[root], root, id, { ...values, slot: id, by: null }))
  const setTerms = (terms: Partial<People['terms']>) =>
    people.set({ ...people.get(), terms: { ...people.get().terms, ...terms } })
  return {
    'cast-ballot': ({ dots }) => mine.set({ ...mine.get(), dots }),
    'cast-room-ballot': ({ person: number, dots }) => {
      const roomDots = [...mine.get().roomDots]
      roomDots[number - 1] = dots
      mine.set({ ...mine.get(), roomDots })
    },
    'grade-moment': ({ moment, ranking }) =>
      mine.set({ ...mine.get(), grades: { ...mine.get().grades, [moment]: ranking } }),
    'raise-idea': (args) => raise('ideas', args),
    'build-on-idea': (args) => raise('builds', args),
    'raise-concern': (args) => raise('concerns', args),
    'set-passphrase': ({ passphrase }) => setTerms({ passphrase: passphrase !== null }),
    'set-retention': setTerms,
    'ring-bell': ring,
    'be-ready': ({ ready }) =>
      people.set({
        ...people.get(),
        people: people.get().people.map((each) => (each.seat === actor.get().seat ? { ...each, ready } : each)),
      }),
  }
}

/** The store of a live board as one role sees it: real document, real rules, no server, everything saved at once. */
export function liveStore(live: LiveBoard, role: Role = 'facilitator', seed = 11): LiveStore {
  const facts = createBoardFacts()
  facts.follow(live.board)
  const random = seededRandom(seed)
  const heard = { bell: listeners<[null]>(), bring: listeners<[Signals['bring']]>(), restored: listeners<[null]>() }
  const acts: { name: CommandName; args: unknown }[] = []
  const cells = {
    actor: cell(actorOf(role)),
    loaded: cell(true),
    status: cell<Status>({ state: 'online' }),
    saved: cell<Saved>({ state: 'saved' }),
    waiting: cell(0),
    keeps: cell(true),
    unsaved: cell<ReadonlySet<string>>(new Set()),
    people: cell<People>({ people: company(role), doorOpen: true, terms: NO_TERMS }),
    mine: cell<Mine>({ dots: {}, grades: {}, roomDots: [] }),
    progress: cell<Progress>({ grades: {} }),
    offered: cell<readonly Offered[]>([]),
    remark: cell<Remark | null>(null),
  }
  const kept = keptEffects(live, cells, () => heard.bell.tell(null))
  const may = (name: CommandName, args: unknown) =>
    commands[name].check(viewOf(live.board), cells.actor.get(), args as never)
  const letGo = (offer: string) => cells.offered.set(cells.offered.get().filter(({ id }) => id !== offer))

  return {
    ...cells,
    live,
    acts,
    board: 'board-of-tests' as BoardId,
    records: facts.records,
    session: facts.session,
    presence: { silent: () => false, peers: () => [], publish: () => undefined, subscribe: () => () => undefined },
    history: {
      isTyping: () => false,
      canUndo: () => false,
      canRedo: () => false,
      undo: () => allowed,
      withoutTrace: (change) => live.board.doc.transact(change),
      withTyping: (_text, change) => live.board.doc.transact(change),
      redo: () => allowed,
      subscribe: () => () => undefined,
    },
    changes: { subscribe: facts.subscribe },
    view: () => facts.view,
    may,
    act(name, args) {
      acts.push({ name, args })
      return live.run(name, args, cells.actor.get())
    },
    async ask(name, args): Promise<Outcome> {
      acts.push({ name, args })
      const ruling = live.run(name, args, cells.actor.get())
      if (!ruling.allowed) return { ok: false, rule: ruling.rule, reason: ruling.reason }
      const effect = kept[name] as ((given: unknown) => void) | undefined
      effect?.(args)
      return { ok: true }
    },
    together: (change) => live.board.doc.transact(change),
    newId: () => newId(random),
    now: () => Date.now(),
    hear: (signal, listener) => heard[signal].add(listener as never),
    signal: (name, told) => heard[name].tell(told as never),
    say: (sentence) => cells.remark.set({ sentence }),
    unsavedWords: () => cells.offered.get().map(({ words }) => words),
    giveBack: (given) => cells.offered.set([...cells.offered.get(), { id: newId(random), words: '', ...given }]),
    letGo,
    async keepForFacilitator(offer) {
      letGo(offer)
      return { ok: true }
    },
    close: () => undefined,
  }
}
