import { setTimeout as wait } from 'node:timers/promises'
import type { GridBoard } from './canvas-board.ts'
import { onScreen, type Looking } from './canvas-camera.ts'
import type { Movers } from './canvas-movers.ts'
import { heapOf, type MeasuredPage } from './canvas-page.ts'
import { shown } from './figures.ts'

/** Readings on the way. */
const STRETCHES = 6
/** What others did is on the screen, and nothing glides any more. */
const REST = 1_500

interface Hour {
  readonly measured: MeasuredPage
  readonly grid: GridBoard
  readonly movers: Movers
  readonly looking: Looking
  /** A page that opens the board as it is now. */
  readonly fresh: () => Promise<Pick<Hour, 'measured' | 'looking'>>
}

/** What the page holds, in MB: before an hour of editing, after it, and in a page that opened the same board then and has done as much. */
export interface HourReading {
  readonly before: number
  readonly after: number
  readonly fresh: number
}

/** An hour of editing as fast as the server takes it: others move, write, draw and erase, and this page pans, zooms, drags and undoes. */
export async function compressedHour(hour: Hour, edits: number): Promise<HourReading> {
  const { measured, movers } = hour
  // Whatever is made once and kept is there before the first reading.
  await ownStretch(hour)
  await wait(REST)
  const before = await heapOf(measured)
  let after = before
  for (let stretch = 1; stretch <= STRETCHES; stretch++) {
    const others = movers.edit(Math.ceil(edits / STRETCHES))
    await ownStretch(hour)
    await others
    await wait(REST)
    after = await heapOf(measured)
    const { metrics } = await measured.cdp.send('Performance.getMetrics')
    const count = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0
    const made = Math.ceil((edits * stretch) / STRETCHES)
    console.log(
      `  after ${made} edits: ${shown(after)} MB, ${count('Nodes')} nodes, ${count('JSEventListeners')} listeners`,
    )
  }
  const again = { ...hour, ...(await hour.fresh()) }
  // What is made once and kept is in both: code that ran, steps to be undone.
  for (let stretch = 0; stretch <= STRETCHES; stretch++) await ownStretch(again)
  await wait(REST)
  return { before, after, fresh: await heapOf(again.measured) }
}

/** Some minutes of this page's own doing. */
async function ownStretch({ measured, grid, movers, looking }: Hour): Promise<void> {
  const { mouse, page } = measured
  const wheel = (deltaX: number, deltaY: number, modifiers = 0) =>
    mouse('mouseWheel', 640, 400, { deltaX, deltaY, modifiers })
  for (const way of [1, -1]) {
    for (let step = 0; step < 30; step++) await wheel(40 * way, 24 * way)
    for (let step = 0; step < 15; step++) await wheel(0, 6 * way, 2)
  }
  const near = grid.notes.filter((note) => {
    const { x, y } = onScreen(looking, { x: note.x, y: note.y })
    return x > 300 && x < 900 && y > 200 && y < 600
  })
  for (const note of near.slice(0, 8)) {
    const [left = 0, top = 0] = movers.placeOf(note)
    const { x, y } = onScreen(looking, { x: left + 60, y: top + 150 })
    const held = { button: 'left', buttons: 1 } as const
    await mouse('mousePressed', x, y, { ...held, clickCount: 1 })
    for (let step = 1; step <= 5; step++) await mouse('mouseMoved', x + step * 4, y + step * 3, held)
    await mouse('mouseReleased', x + 20, y + 15, { button: 'left', clickCount: 1 })
    await page.keyboard.press('Control+z')
  }
  await page.keyboard.press('Escape')
}
