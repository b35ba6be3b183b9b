import { expect, test } from 'vitest'
import { scheduleRounds } from '../fuzz/schedule-rounds.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

test(
  `whatever happens to lines, phases and the server, everybody ends with what the disk holds (seed ${seed})`,
  { timeout: 120_000 },
  async () => {
    const { wrong } = await scheduleRounds(seed, 400)
    expect({ seed, wrong }).toEqual({ seed, wrong: [] })
  },
)
