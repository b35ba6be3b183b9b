import { setTimeout as wait } from 'node:timers/promises'
import { inTheMiddle, NOTE, STEP, type GridBoard } from './canvas-board.ts'
import { lookAt, onScreen, type Looking } from './canvas-camera.ts'
import type { Movers } from './canvas-movers.ts'
import type { CanvasOptions } from './canvas-options.ts'
import type { BlockReading, MeasuredPage } from './canvas-page.ts'
import { lookAgainAt, twoFingers } from './canvas-phone.ts'

/** What a block works with. */
export interface Wall {
  readonly measured: MeasuredPage
  readonly grid: GridBoard
  readonly movers: Movers
  readonly options: CanvasOptions
}

/** Zoom of the working view, with 80 to 90 notes in sight (just where words are words), and of the overview: up to 1,950. */
const NEAR = 0.501
const FAR = 0.1
const SECONDS = 2

/** The blocks in their order, each with the view that it is measured in. */
export const blocks = {
  pan: { zoom: NEAR, run: pan },
  zoom: { zoom: NEAR, run: zoom },
  drag1: { zoom: NEAR, run: (wall: Wall, looking: Looking) => drag(wall, looking) },
  remote: { zoom: NEAR, run: ({ movers }: Wall) => movers.move(SECONDS, 60) },
  crowd: { zoom: NEAR, run: ({ movers }: Wall) => movers.crowd(SECONDS, 60) },
  panFar: { zoom: FAR, run: pan },
  zoomFar: { zoom: FAR, run: zoom },
  remoteFar: { zoom: FAR, run: ({ movers }: Wall) => movers.move(SECONDS, 500) },
  drag500: { zoom: FAR, run: (wall: Wall, looking: Looking) => drag(wall, looking) },
} as const satisfies Record<string, Block>

interface Block {
  readonly zoom: number
  /** Answers how many steps it took. */
  run(wall: Wall, looking: Looking): Promise<number>
}

export type BlockName = keyof typeof blocks
export const blockNames = Object.keys(blocks) as readonly BlockName[]

/** Five hundred notes are not selected on a phone. */
export const isFor = (name: BlockName, { phone }: CanvasOptions): boolean => !phone || name !== 'drag500'

export async function runBlock(name: BlockName, wall: Wall): Promise<BlockReading> {
  const block = blocks[name]
  const { measured, grid } = wall
  const look = wall.options.phone ? lookAgainAt : lookAt
  const looking = await look(measured, grid, block.zoom)
  if (name === 'drag500') await selectMiddle(wall, looking)
  await wait(700)
  await measured.shoot(`${grid.notes.length}-${name}`)
  const dragged = inTheMiddle(grid, 1)[0]
  const before = dragged && wall.movers.placeOf(dragged)
  const reading = await measured.block(`${grid.notes.length}-${name}`, () => block.run(wall, looking))
  if (name.startsWith('drag')) {
    await letGo(wall)
    await dropped(name, () => String(dragged && wall.movers.placeOf(dragged)) !== String(before))
  }
  await measured.shoot(`${grid.notes.length}-${name}-after`)
  return reading
}

/** The others are told of it soon, or later where much else runs. */
async function dropped(name: BlockName, isElsewhere: () => boolean): Promise<void> {
  const end = performance.now() + 10_000
  while (!isElsewhere()) {
    if (performance.now() > end) throw new Error(`${name}: the note did not move.`)
    await wait(100)
  }
  await wait(600)
}

/** One event after the other: each waits for the page. */
async function each({ options }: Wall, step: (at: number) => Promise<unknown>): Promise<number> {
  const from = performance.now()
  let at = 0
  for (; at < options.steps && performance.now() - from < options.cap; at++) await step(at)
  return at
}

function pan(wall: Wall): Promise<number> {
  return wall.options.phone ? fingers(wall, { x: 4, y: 3, spread: 0 }) : wheel(wall, { deltaX: 40, deltaY: 24 })
}

function zoom(wall: Wall): Promise<number> {
  if (wall.options.phone) return fingers(wall, { x: 0, y: 0, spread: 5 })
  return wheel(wall, { deltaX: 0, deltaY: 6, modifiers: 2 })
}

async function fingers(wall: Wall, by: Parameters<typeof twoFingers>[1]): Promise<number> {
  const hand = twoFingers(wall.measured, by)
  await hand.put()
  const steps = await each(wall, hand.move)
  await hand.lift()
  return steps
}

/** Thirty notches one way, thirty back. */
function wheel(wall: Wall, notch: { readonly deltaX: number; readonly deltaY: number; readonly modifiers?: number }) {
  return each(wall, (at) => {
    const way = at % 60 < 30 ? 1 : -1
    const turned = { ...notch, deltaX: notch.deltaX * way, deltaY: notch.deltaY * way }
    return wall.measured.mouse('mouseWheel', 640, 400, turned)
  })
}

/** So far, in px, a finger moves that doesn't rest. */
const SLIP = 12

/** Takes the note in the middle, with all that is selected, and moves it about. It stays in the hand. */
async function drag(wall: Wall, looking: Looking): Promise<number> {
  const { grid, movers } = wall
  const [note] = inTheMiddle(grid, 1)
  const [left = 0, top = 0] = note ? movers.placeOf(note) : []
  const { x, y } = onScreen(looking, { x: left + 60, y: top + 150 })
  await take(wall, x, y)
  return each(wall, (at) => {
    const right = 4 + Math.min(at, 45) * 3 - Math.max(0, at - 45) * 2
    return carry(wall, x + right, y + Math.sin(at / 10) * 30)
  })
}

async function take({ measured, options }: Wall, x: number, y: number): Promise<void> {
  if (options.phone) {
    // At once, however slow the page is: a finger that rests opens a menu.
    await Promise.all([measured.touch('touchStart', [{ x, y }]), measured.touch('touchMove', [{ x: x + SLIP, y }])])
    return
  }
  await measured.mouse('mouseMoved', x, y)
  await measured.mouse('mousePressed', x, y, { button: 'left', buttons: 1, clickCount: 1 })
}

function carry({ measured, options }: Wall, x: number, y: number): Promise<unknown> {
  if (options.phone) return measured.touch('touchMove', [{ x, y }])
  return measured.mouse('mouseMoved', x, y, { button: 'left', buttons: 1 })
}

function letGo({ measured, options }: Wall): Promise<unknown> {
  if (options.phone) return measured.touch('touchEnd', [])
  return measured.mouse('mouseReleased', 640, 400, { button: 'left' })
}

/** Five hundred notes in a rectangle around the middle, or as many as there are. */
async function selectMiddle({ measured, grid }: Wall, looking: Looking): Promise<void> {
  const columns = Math.round(grid.width / STEP)
  const rows = Math.round(grid.height / STEP)
  const [wide, high] = [Math.min(28, columns), Math.min(18, rows)]
  const gap = (STEP - NOTE) / 2
  const left = Math.floor((columns - wide) / 2) * STEP - gap
  const top = Math.floor((rows - high) / 2) * STEP - gap
  const from = onScreen(looking, { x: left, y: top })
  const to = onScreen(looking, { x: left + wide * STEP, y: top + high * STEP })
  await measured.mouse('mouseMoved', from.x, from.y)
  await measured.mouse('mousePressed', from.x, from.y, { button: 'left', buttons: 1, clickCount: 1 })
  for (const share of [0.2, 0.6, 1])
    await measured.mouse('mouseMoved', from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, {
      ...{ button: 'left', buttons: 1 },
    })
  await measured.mouse('mouseReleased', to.x, to.y, { button: 'left' })
}
