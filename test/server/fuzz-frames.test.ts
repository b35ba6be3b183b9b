import { expect, test } from 'vitest'
import { frameRounds } from '../fuzz/frame-rounds.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

test(
  `a frame that is spoilt at any byte costs its sender the line at most, and nobody else anything (seed ${seed})`,
  { timeout: 120_000 },
  async () => {
    const { sent, closed, wrong } = await frameRounds(seed, 0.25)
    expect({ seed, wrong }).toEqual({ seed, wrong: [] })
    expect(sent).toBeGreaterThan(300)
    expect(closed).toBeGreaterThan(50)
  },
)
