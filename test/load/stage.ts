import { addressOfWorkshop, makeBoard, takeSeats, type LoadBoard } from './boards.ts'
import { createCrowd, type Crowd, type LoadRoom } from './crowd.ts'
import type { Figure } from './figures.ts'
import type { Options } from './options.ts'
import type { Tongue } from './speech.ts'
import { startBareLoop, startServer, type Target } from './target.ts'

/** What a scenario works with. */
export interface Stage {
  readonly options: Options
  /** Starts the server under test; it is gone when the scenario is over. */
  server(): Promise<Target>
  bareLoop(): Promise<Target>
  /** People who speak as the options say, or otherwise. */
  crowd(tongue?: Tongue): Crowd
  /** Says how it goes. */
  say(line: string): void
}

export type Scenario = (stage: Stage) => Promise<readonly Figure[]>

export const SERVER_CORE = 0
export const GENERATOR_CORE = 1

/** Runs a scenario and ends everything that it has started. */
export async function perform(scenario: Scenario, options: Options, pinned: boolean): Promise<readonly Figure[]> {
  const targets: Target[] = []
  const crowds: Crowd[] = []
  const core = pinned ? SERVER_CORE : null
  const kept = async (starting: Promise<Target>): Promise<Target> => {
    const target = await starting
    targets.push(target)
    return target
  }
  try {
    return await scenario({
      options,
      server: () => kept(startServer({ home: options.home, core, profiles: options.profiles })),
      bareLoop: () => kept(startBareLoop(core)),
      crowd(tongue = options.tongue) {
        const crowd = createCrowd(tongue)
        crowds.push(crowd)
        return crowd
      },
      say: (line) => console.log(`  ${line}`),
    })
  } finally {
    for (const crowd of crowds) crowd.stop()
    await Promise.all(targets.map((target) => target.stop()))
  }
}

/** Where people of a board connect. */
export function roomOf(origin: string, board: LoadBoard, tokens: readonly string[]): LoadRoom {
  return { url: new URL(`${origin.replace('http', 'ws')}/sync/${board.id}`), tokens, from: board.from }
}

/** A new board with so many people on their seats. */
export async function seatedRoom(target: Pick<Target, 'origin'>, size: number, number: number): Promise<LoadRoom> {
  const board = await makeBoard(target.origin, addressOfWorkshop(number))
  return roomOf(target.origin, board, await takeSeats(target.origin, board, size))
}

/** The same without a door: the bare loop lets everybody in. */
export function bareRoom(target: Target, size: number, number: number): LoadRoom {
  const url = new URL(`${target.origin.replace('http', 'ws')}/room-${number}`)
  return { url, tokens: Array.from({ length: size }, () => ''), from: addressOfWorkshop(number) }
}
