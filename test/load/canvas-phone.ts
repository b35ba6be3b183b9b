import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { GridBoard } from './canvas-board.ts'
import type { Looking } from './canvas-camera.ts'
import type { MeasuredPage } from './canvas-page.ts'

const MIDDLE = { x: 180, y: 370 }
/** How far two fingers lie apart before they pinch. */
const SPREAD = 100
/** Until whatever came with the page is there, and nothing is painted any more. */
const REST = 2_500

/** A phone shows the list first. */
export async function goToWall(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Moments in order' }).waitFor()
  await page.keyboard.press('Shift+L')
  await page.locator('.konvajs-content canvas').first().waitFor()
}

/** A phone has no figure that tells how large everything is: it comes back to where it looked last. */
export async function lookAgainAt({ page }: MeasuredPage, grid: GridBoard, zoom: number): Promise<Looking> {
  const middle = { x: grid.width / 2, y: grid.height / 2 }
  await page.evaluate(
    (look) => {
      const board = location.pathname.split('/').at(-1)
      localStorage.setItem('momentous.looks', JSON.stringify([[board, look]]))
    },
    { ...middle, zoom, phase: 'post' },
  )
  await page.reload()
  await goToWall(page)
  await wait(REST)
  const wall = await page.locator('.wall').boundingBox()
  if (wall === null) throw new Error('The wall is not on the screen.')
  return {
    x: middle.x - (wall.x + wall.width / 2) / zoom,
    y: middle.y - (wall.y + wall.height / 2) / zoom,
    zoom,
  }
}

interface Fingers {
  readonly x: number
  readonly y: number
  readonly spread: number
}

const lying = ({ x, y, spread }: Fingers) => [
  { x: MIDDLE.x + x - spread / 2, y: MIDDLE.y + y, id: 0 },
  { x: MIDDLE.x + x + spread / 2, y: MIDDLE.y + y, id: 1 },
]

/** Two fingers that move on with every step, thirty one way and thirty back; `lift` takes them away. */
export function twoFingers({ touch }: MeasuredPage, by: Fingers) {
  const at = (step: number): Fingers => {
    const far = step % 60 < 30 ? step % 30 : 30 - (step % 30)
    return { x: by.x * far, y: by.y * far, spread: SPREAD + by.spread * far }
  }
  return {
    put: () => touch('touchStart', lying(at(0))),
    move: (step: number) => touch('touchMove', lying(at(step + 1))),
    lift: () => touch('touchEnd', []),
  }
}
