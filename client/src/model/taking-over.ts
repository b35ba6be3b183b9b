import * as Y from 'yjs'
import type { Keys } from './keys.ts'
import type { Kept } from './keeping.ts'
import type { Parts } from './store-of.ts'
import type { Left } from './waiting.ts'

/** How often a page looks whether another has gone and left something: a tab that crashed says no goodbye. */
const LOOK_MS = 4000

type Taking = Omit<Parts, 'stopAdopting'>

/** Shows what the device kept, then connects; later takes over what other pages leave behind. */
export function begin(parts: Taking, keys: Keys): { stop(): void } {
  const now: { timer: ReturnType<typeof setInterval> | null; over: boolean } = { timer: null, over: false }
  const look = async () => {
    const left = await parts.keeping.orphans()
    if (!now.over) adopt(parts, keys, left)
  }
  void parts.keeping.open().then((kept) => {
    if (now.over || parts.hearing.status.get().state === 'gone') return
    show(parts, keys, kept)
    now.timer = setInterval(() => void look(), LOOK_MS)
  })
  return {
    stop() {
      now.over = true
      if (now.timer !== null) clearInterval(now.timer)
    },
  }
}

function show(parts: Taking, keys: Keys, { epoch, confirmed, changes, questions, offered }: Kept): void {
  const { copy, outbox, hearing, line } = parts
  // Without a copy of the board, what waits says which incarnation it belongs to.
  const its = epoch ?? changes.at(-1)?.epoch ?? null
  const waiting = changes.filter((change) => change.epoch === its).map(({ update }) => update)
  copy.load([...confirmed, ...waiting])
  for (const { key } of [...changes, ...questions]) keys.follow(key)
  outbox.restore(changes)
  if (offered.length > 0) hearing.offered.set(offered)
  if (epoch !== null) hearing.loaded.set(true)
  line.open(
    its,
    changes.some((change) => change.epoch !== its),
    confirmed,
  )
  ask(parts, questions)
}

/** The changes of a page that is gone go on in this one. */
function adopt(parts: Taking, keys: Keys, { changes, questions }: Left): void {
  const { copy, outbox, line } = parts
  for (const { key } of [...changes, ...questions]) keys.follow(key)
  if (changes.length > 0) {
    outbox.restore(changes)
    const { doc } = copy.board()
    if (changes.some(({ epoch }) => epoch === null || epoch !== line.epoch())) line.renew()
    else doc.transact(() => changes.forEach(({ update }) => Y.applyUpdate(doc, update)))
  }
  ask(parts, questions)
}

function ask({ asking, votes }: Taking, questions: Left['questions']): void {
  asking.restore(questions, ({ command }) => votes.asked(command.name, command.args))
}
