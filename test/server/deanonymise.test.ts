import { expect, test } from 'vitest'
import { attribute, type Riddle } from '../support/attributing.ts'
import { chanceBound } from '../support/chance.ts'
import { attackers, attempt, ideasRounds, kinds, type Heard } from '../support/ideas-rounds.ts'
import { seededNumbers } from '../support/seeded-random.ts'

const SEED = 20_261_122
const BOARDS = 5
const ROUNDS = 8

test(
  'whoever keeps every byte and its time tells no author from the others (8 people)',
  { timeout: 240_000 },
  async () => {
    const boards: Heard[] = []
    for (let at = 0; at < BOARDS; at++) boards.push(await ideasRounds(SEED + at, ROUNDS))
    for (const attacker of attackers) {
      for (const kind of kinds) {
        const { by, right, of } = attempt(boards, attacker, kind)
        const told = `seed ${SEED}: as ${attacker}, ${right} of ${of} ${kind}, by ${by}`
        expect(of, told).toBeGreaterThan(kind === 'said' ? 1200 : 150)
        expect(right / of, told).toBeLessThan(chanceBound(of, 3))
      }
    }
    for (const board of boards) expectNoNames(board)
    await Promise.all(boards.map(({ server }) => server.stop()))
  },
)

/** The bytes themselves: no seat, no name and no client id of anybody with what was written, and no word of it in a log. */
function expectNoNames({ seats, deeds, ears, server }: Heard): void {
  const said = deeds.filter(({ kind }) => kind === 'said')
  for (const { doc, frames, serverClient } of Object.values(ears)) {
    for (const root of ['ideas', 'builds', 'concerns']) {
      const clients = [...doc.getMap(root)._map.values()].map(({ id }) => id.client)
      expect(clients.filter((client) => client !== serverClient())).toEqual([])
    }
    for (const { bytes } of frames) {
      const words = Buffer.from(bytes).toString('latin1')
      if (said.every(({ text }) => text === '' || !words.includes(text))) continue
      for (const { id, name, token } of seats)
        for (const sign of [id, name, token]) expect(words.includes(sign), `${sign} with an idea`).toBe(false)
    }
  }
  const logged = server.logged.join('')
  for (const sign of [...said.flatMap(({ id, text }) => [id, text]), ...seats.flatMap(({ id, name }) => [id, name])])
    expect(logged.includes(sign), `${sign} in a log`).toBe(false)
}

test('the same attacker would see a habit: one ready tick in three, right after the idea', () => {
  const next = seededNumbers(SEED)
  const suspects = Array.from({ length: 7 }, (_, at) => `seat-${at}`)
  const riddles = Array.from({ length: 800 }, (): Riddle => {
    const author = suspects[Math.floor(next() * 7)] ?? ''
    const shown = next() < 1 / 3 ? author : (suspects[Math.floor(next() * 7)] ?? '')
    const sight = { at: 100_000, kind: 'said', id: 'a', text: '', nth: 0, nthPlace: 0, clock: 0, slot: 'b' } as const
    const mark = { at: 98_000 + next() * 2000, seat: shown, what: 'ready true' }
    return { sight, suspects, author, marks: new Map([[shown, [mark]]]) }
  })
  const { right, of } = attribute(riddles.slice(0, 400), riddles.slice(400))
  expect(right / of).toBeGreaterThan(chanceBound(of, 4))
})
