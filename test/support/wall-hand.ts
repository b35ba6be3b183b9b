import type { Desk } from './desk-driver.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** What somebody at a desk does on the canvas itself, where there is nothing for a test to ask for by name. */
export interface WallHand {
  /** Opens a note for typing: the arrow keys lead to it, Enter opens it. */
  opens(words: string): Promise<void>
  /** Where a note's words lie on the screen: its field is laid over them while it is typed into. */
  boxOf(words: string): Promise<Point & { readonly width: number; readonly height: number }>
  /** The same of the note that is selected already: nothing moves into sight for it. */
  boxOfChosen(): Promise<Point & { readonly width: number; readonly height: number }>
  /** Presses the mouse, moves it in steps, and lets go. */
  drags(from: Point, to: Point): Promise<void>
  /** The colour of the wall there, as the canvas has painted it. */
  pixel(at: Point): Promise<string>
}

export function atWall(desk: Desk): Desk & WallHand {
  const { page } = desk
  const field = page.getByRole('textbox', { name: 'Text of this moment' })
  const hand: WallHand = {
    async opens(words) {
      await desk.selects(words)
      await page.keyboard.press('Enter')
      await field.waitFor()
    },
    async boxOf(words) {
      await desk.selects(words)
      const box = await hand.boxOfChosen()
      await page.keyboard.press('Escape')
      return box
    },
    async boxOfChosen() {
      await page.getByRole('application').focus()
      await page.keyboard.press('Enter')
      const box = await field.boundingBox()
      if (box === null) throw new Error('The note that is selected is not on the screen.')
      await page.keyboard.press('Escape')
      return box
    },
    async drags(from, to) {
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 12 })
      await page.mouse.up()
    },
    pixel: (at) =>
      page.evaluate(({ x, y }) => {
        const layers = [...document.querySelectorAll('canvas')].map((canvas) => {
          const box = canvas.getBoundingClientRect()
          const scale = canvas.width / box.width
          return canvas
            .getContext('2d')
            ?.getImageData((x - box.x) * scale, (y - box.y) * scale, 1, 1)
            .data.join()
        })
        return layers.join(' ')
      }, at),
  }
  return { ...desk, ...hand }
}
