import { PAD } from '@momentous/shared/scene/note-shape'
import { cornerWords } from '../../client/src/words/canvas.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type { GridBoard } from './canvas-board.ts'
import type { MeasuredPage } from './canvas-page.ts'

/** Where somebody looks: the board point in the window's corner, and pixels per board unit. */
export interface Looking {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

const MIDDLE = { x: 640, y: 400 }
/** Between two movements of the hand a wheel may mean something else. */
const PAUSE = 260
/** A larger step is no pinch but the notch of a wheel, which enlarges less. */
const PINCH = 40

/** Looks at the middle of the board, at this zoom, by nothing but what everybody has: the buttons and the wheel. */
export async function lookAt(measured: MeasuredPage, grid: GridBoard, zoom: number): Promise<Looking> {
  const { page, mouse } = measured
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: cornerWords.fit }).click()
  await landed(measured)
  await page.locator('.corner-zoom').click()
  await landed(measured)
  const here = await whereAmI(measured, grid)
  // The board's middle comes to the window's middle, and the wheel turns around there.
  await pan(measured, MIDDLE.x - (grid.width / 2 - here.x), MIDDLE.y - (grid.height / 2 - here.y))
  for (let left = -100 * Math.log(zoom); Math.abs(left) > 1e-9;) {
    const step = Math.max(-PINCH, Math.min(PINCH, left))
    await mouse('mouseWheel', MIDDLE.x, MIDDLE.y, { deltaX: 0, deltaY: step, modifiers: 2 })
    left -= step
  }
  await wait(PAUSE)
  await mouse('mouseMoved', 5, 400)
  await wait(PAUSE)
  const told = await page.locator('.corner-zoom').textContent()
  if (Number.parseInt(told ?? '', 10) !== Math.round(zoom * 100))
    throw new Error(`The wall shows ${told}, and not ${Math.round(zoom * 100)} %.`)
  return { x: grid.width / 2 - MIDDLE.x / zoom, y: grid.height / 2 - MIDDLE.y / zoom, zoom }
}

/** A glide of the camera is over when frames have had time for it, on however slow a machine. */
async function landed({ page }: MeasuredPage): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 25; frame++) await new Promise(requestAnimationFrame)
  })
  await wait(PAUSE)
}

export const onScreen = ({ x, y, zoom }: Looking, at: { readonly x: number; readonly y: number }) => ({
  x: (at.x - x) * zoom,
  y: (at.y - y) * zoom,
})

/** At 100 %, a note that is opened for typing says which one it is, and where it lies. */
async function whereAmI(measured: MeasuredPage, { notes }: GridBoard): Promise<Looking> {
  const { page, mouse } = measured
  const field = page.locator('.note-editor')
  for (const [x, y] of [0, 57, 113].flatMap((down) =>
    [0, 71, 143].map((right) => [MIDDLE.x + right, MIDDLE.y + down] as const),
  )) {
    for (const clickCount of [1, 2]) {
      await mouse('mousePressed', x, y, { button: 'left', buttons: 1, clickCount })
      await mouse('mouseReleased', x, y, { button: 'left', clickCount })
    }
    await wait(80)
    if ((await field.count()) === 0) continue
    const note = notes[Number.parseInt(await field.inputValue(), 10)]
    const box = await field.boundingBox()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    if (note && box) return { x: note.x + PAD.side - box.x, y: note.y + PAD.top - box.y, zoom: 1 }
  }
  await measured.shoot('lost')
  throw new Error('No note can be opened in the middle of the wall.')
}

async function pan({ mouse }: MeasuredPage, dx: number, dy: number): Promise<void> {
  await wait(PAUSE)
  await mouse('mouseWheel', MIDDLE.x, MIDDLE.y, { deltaX: -dx === 0 ? 0.001 : -dx, deltaY: -dy })
  await wait(PAUSE)
}
