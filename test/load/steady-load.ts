import { setTimeout as wait } from 'node:timers/promises'
import type { Crowd, LoadRoom } from './crowd.ts'
import { medianOf, shown, type Figure } from './figures.ts'
import { measure, type Reading } from './reading.ts'
import { bareRoom, seatedRoom, type Scenario, type Stage } from './stage.ts'
import type { Target } from './target.ts'

interface Case {
  readonly name: string
  readonly rooms: number
  readonly size: number
  readonly per100k?: number
  /** How much of what the bare loop costs on the same machine it may cost. */
  readonly ofBare?: number
  readonly cores?: number
  readonly p50?: number
  readonly p99?: number
}

const cases: readonly Case[] = [
  { name: '1x25', rooms: 1, size: 25, per100k: 1.8, ofBare: 0.9, p50: 3, p99: 12 },
  { name: '1x50', rooms: 1, size: 50, per100k: 0.8, ofBare: 0.73 },
  { name: '1x100', rooms: 1, size: 100, per100k: 0.22, ofBare: 0.31 },
  { name: '1x200', rooms: 1, size: 200, cores: 0.4, p99: 25 },
  { name: '20x10', rooms: 20, size: 10, per100k: 1.3, ofBare: 1 },
]
/** The bare loop drowns in the largest room. */
const BARE_MAX = 100

/** Rooms of a fixed size under a steady load: what it costs, and how late changes arrive. */
export const fixed: Scenario = async (stage) => {
  const figures: Figure[] = []
  for (const each of chosen(stage)) {
    const target = await stage.server()
    const reading = await load(stage, target, stage.crowd(), each, (size, number) => seatedRoom(target, size, number))
    figures.push(...figuresOf(each, reading))
  }
  return figures
}

/** The same at the floor, in the same minutes. */
export const bare: Scenario = async (stage) => {
  const figures: Figure[] = []
  for (const each of chosen(stage).filter(({ size }) => size <= BARE_MAX)) {
    const target = await stage.bareLoop()
    const { name, rooms, size } = each
    // It passes on what it gets, so people have to speak the one tongue that is the same both ways.
    const crowd = stage.crowd('stock')
    const reading = await load(stage, target, crowd, each, async (count, number) => bareRoom(target, count, number))
    figures.push(...figuresOf({ name: `bare loop ${name}`, rooms, size }, reading))
  }
  return figures
}

const chosen = ({ options }: Stage): readonly Case[] =>
  cases.filter(({ name }) => options.cases.length === 0 || options.cases.includes(name))

async function load(
  stage: Stage,
  target: Target,
  crowd: Crowd,
  { name, rooms, size }: Case,
  room: (size: number, number: number) => Promise<LoadRoom>,
): Promise<Reading> {
  for (let number = 0; number < rooms; number++) {
    const probes = rooms === 1 ? [0, size >> 1, size - 1] : [(number * 7) % size]
    await crowd.enter(await room(size, number), probes)
  }
  await wait(stage.options.warmUp * 1000)
  const reading = await measure(crowd, target.pid, size, stage.options.seconds)
  stage.say(
    `${name.padEnd(6)} ${summaryOf(reading)}${crowd.lost.length > 0 ? `, LOST ${crowd.lost.length}: ${crowd.lost[0]}` : ''}`,
  )
  crowd.stop()
  await target.stop()
  return reading
}

function figuresOf({ name, per100k, cores, p50, p99 }: Case, reading: Reading): readonly Figure[] {
  const { edit, cursor } = reading
  return [
    { name: costOf(name), value: reading.per100k, unit: 's', ...goal(per100k) },
    { name: `${name}: the same per 100,000 sent`, value: reading.per100kSent, unit: 's' },
    { name: `${name}: server`, value: reading.server, unit: 'cores', ...goal(cores) },
    { name: `${name}: edit p50`, value: edit.p50, unit: 'ms', ...goal(p50) },
    { name: `${name}: edit p99`, value: edit.p99, unit: 'ms', ...goal(p99) },
    { name: `${name}: cursors seen`, value: cursor.share * 100, unit: '%' },
  ]
}

/** What ours costs as a part of what the bare loop costs in the same run: the figure that travels between machines. */
export function besideTheFloor(figures: readonly Figure[]): readonly Figure[] {
  return cases.flatMap(({ name, ofBare }) => {
    const [ours, floor] = [costOf(name), costOf(`bare loop ${name}`)].map((cost) =>
      medianOf(figures.filter((figure) => figure.name === cost).map(({ value }) => value)),
    )
    const value = (ours ?? Number.NaN) / (floor ?? Number.NaN)
    return Number.isNaN(value)
      ? []
      : [{ name: `${name}: cost, of the bare loop’s`, value, unit: 'times', ...goal(ofBare) }]
  })
}

const costOf = (name: string): string => `${name}: CPU per 100,000 deliveries`

const goal = (most: number | undefined): Pick<Figure, 'most'> => (most === undefined ? {} : { most })

/** A reading in one line. */
export function summaryOf(reading: Reading): string {
  const { edit, cursor, server, generator, foreign, per100k, delivered, megabytes, lag } = reading
  return [
    `${shown(per100k)} s/100k`,
    `${shown(server)} cores`,
    `edits ${shown(edit.p50)}/${shown(edit.p99)} ms (${shown(edit.share * 100)} %)`,
    `cursors ${shown(cursor.p50)}/${shown(cursor.p99)} ms (${shown(cursor.share * 100)} %)`,
    `${shown(delivered)} deliveries/s`,
    `${shown(megabytes)} MB/s`,
    `generator ${shown(generator)}, others ${shown(foreign)} cores, lag ${shown(lag)} ms`,
  ].join(', ')
}
