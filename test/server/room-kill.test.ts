import { expect, test } from 'vitest'
import { killRounds } from '../fuzz/kill-rounds.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

test(
  `nothing that was called saved is lost when the server is killed again and again while people write (seed ${seed})`,
  { timeout: 240_000 },
  async () => {
    const { saved, wrong } = await killRounds(seed, 6)
    expect({ seed, wrong }).toEqual({ seed, wrong: [] })
    expect(saved).toBeGreaterThan(0)
  },
)
