import type { CDPSession, Page } from 'playwright-core'

interface Point {
  readonly x: number
  readonly y: number
}

/** Fingers and a stylus on the screen, as the browser itself hears of them. */
export interface Glass {
  /** Draws with a stylus; `force` says how hard, from 0 to 1 of the way. */
  draws(points: readonly Point[], force: (share: number) => number): Promise<void>
  /** Where the fingers are now; none is lifting them all. `time` is what their device says, in seconds. */
  fingers(
    kind: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    points: readonly Point[],
    time?: number,
  ): Promise<void>
  /** One finger from point to point. */
  strokes(points: readonly Point[]): Promise<void>
}

export async function glassOf(page: Page): Promise<Glass> {
  const line: CDPSession = await page.context().newCDPSession(page)
  const fingers: Glass['fingers'] = async (kind, points, time) => {
    await line.send('Input.dispatchTouchEvent', {
      type: kind,
      ...(time !== undefined && { timestamp: time }),
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id, force: 0.5 })),
    })
    await page.waitForTimeout(20)
  }
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Point, force: number) =>
    line.send('Input.dispatchMouseEvent', {
      ...{ type, x, y, force, pointerType: 'pen', clickCount: 1 },
      button: type === 'mouseMoved' ? 'none' : 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
    })
  return {
    fingers,
    async draws(points, force) {
      const [first, last] = [points[0], points.at(-1)]
      if (!first || !last) return
      await pen('mouseMoved', first, 0)
      await pen('mousePressed', first, force(0))
      for (const [at, point] of points.entries()) await pen('mouseMoved', point, force(at / points.length))
      await pen('mouseReleased', last, 0)
      await page.waitForTimeout(30)
    },
    async strokes(points) {
      const [first] = points
      if (!first) return
      await fingers('touchStart', [first])
      for (const point of points) await fingers('touchMove', [point])
      await fingers('touchEnd', [])
    },
  }
}
