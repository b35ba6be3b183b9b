import type { Page } from 'playwright-core'
import type { Glass } from './stylus.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Somebody who does anything anywhere on the wall, by chance and without a plan. */
export interface RandomHand {
  /** Does the next thing; answers what it was. */
  does(): Promise<string>
  /** Lets go of everything: keys, texts, menus, tools. */
  letsGo(): Promise<void>
}

type Deed = readonly [often: number, words: string, act: () => Promise<unknown>]

const WORDS = [
  'Waits',
  'nobody answers',
  'Pays',
  'is cold',
  'asks again 🙂',
  'מחכה בתור',
  'a-very-long-word-without-a-break',
] as const
const TOOLS = ['v', 'v', 'v', 'h', 'n', 'p', 'e', 't', 'l', 'f', 'm'] as const
const CHORDS = [
  ...['Control+a', 'Control+d', 'Control+c', 'Control+v', 'Control+x', 'Control+g', 'Shift+Control+g'],
  ...['Alt+ArrowRight', 'Alt+ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Delete', 'F2'],
  ...['1', '3', '7', 'Shift+1', 'Shift+2', '0', '+', '-', '[', ']', 'Home', 'End', 'PageDown', 'Control+ArrowLeft'],
  ...['Control+Enter', 'Shift+F10', 'Control+Shift+ArrowRight', 'Alt+Shift+ArrowUp', 'Tab', 's', '4', '6', 'Control+0'],
  ...['Control+k', '?', 'Control+f', 'Enter', 'Escape', 'Escape'],
] as const

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 1000, height: 700 },
  { width: 1280, height: 800 },
] as const

/** How many ms a deed may take before it counts as stuck. */
const STUCK_MS = 15_000

export function randomHand(page: Page, glass: Glass, chance: () => number): RandomHand {
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(chance() * values.length)]
    if (value === undefined) throw new Error('There is nothing to choose from.')
    return value
  }
  const between = (low: number, high: number) => Math.round(low + chance() * (high - low))
  const anywhere = (): Point => ({ x: between(90, 1200), y: between(140, 640) })
  /** The middle of a piece in sight, if there is one. */
  const atPiece = async (): Promise<Point> => {
    const spots = await page.evaluate(() => {
      const { scene, camera } = window.together.wall().bench
      const box = document.querySelector('#wall')?.getBoundingClientRect()
      return scene.paintedIn(camera.visible()).map(({ rect: { x, y, w, h } }) => {
        const at = camera.toScreen({ x: x + w / 2, y: y + h / 2 })
        return { x: at.x + (box?.x ?? 0), y: at.y + (box?.y ?? 0) }
      })
    })
    const near = spots.filter(({ x, y }) => x > 90 && x < 1200 && y > 140 && y < 640)
    return near.length === 0 ? anywhere() : pick(near)
  }
  const somewhere = () => (chance() < 0.7 ? atPiece() : Promise.resolve(anywhere()))
  const key = (name: string) => page.keyboard.press(name)
  const focus = () => page.evaluate(() => document.querySelector<HTMLElement>('#wall')?.focus())

  async function pulls(from: Point, hold: string | null): Promise<void> {
    if (hold !== null) await page.keyboard.down(hold)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    for (let turns = between(1, 3); turns > 0; turns--) {
      const to = anywhere()
      await page.mouse.move(to.x, to.y, { steps: between(2, 5) })
      // In the middle of it, as hands do.
      if (chance() < 0.05) await key('Escape')
      if (chance() < 0.05) await key('Control+z')
      if (chance() < 0.03) await key('Delete')
    }
    await page.mouse.up()
    if (hold !== null) await page.keyboard.up(hold)
  }

  async function types(): Promise<void> {
    const at = await somewhere()
    await page.mouse.dblclick(at.x, at.y)
    for (let left = between(1, 3); left > 0; left--) {
      await page.keyboard.type(`${pick(WORDS)} `)
      if (chance() < 0.2) await key('Enter')
      if (chance() < 0.2) await key('Backspace')
      if (chance() < 0.1) await key('Control+z')
    }
    await key('Escape')
  }

  async function adds(): Promise<void> {
    const field = page.getByRole('textbox', { name: 'The next moment' })
    if ((await field.count()) === 0) return
    await field.fill(pick(WORDS), { timeout: 1000 }).catch(() => undefined)
    await key('Enter')
  }

  async function menu(): Promise<void> {
    const at = await somewhere()
    await page.mouse.click(at.x, at.y, { button: 'right' })
    const rows = page.locator('.menu [role=menuitem]')
    const count = await rows.count()
    if (count > 0 && chance() < 0.8) {
      await rows
        .nth(between(0, count - 1))
        .click({ timeout: 400, noWaitAfter: true })
        .catch(() => undefined)
    } else await key('Escape')
  }

  const deeds: readonly Deed[] = [
    [5, 'pulls something somewhere', async () => pulls(await atPiece(), pick([null, null, null, 'Shift', 'Alt']))],
    [3, 'pulls across the wall', async () => pulls(anywhere(), pick([null, null, 'Shift', 'Alt', ' ']))],
    [3, 'clicks', async () => page.mouse.click(...pair(await somewhere()))],
    [
      2,
      'adds to the selection',
      async () => withKey('Shift', async () => page.mouse.click(...pair(await somewhere()))),
    ],
    [3, 'types into a note', types],
    [2, 'adds a moment', adds],
    [4, 'takes a tool', async () => focus().then(() => key(pick(TOOLS)))],
    [6, 'presses keys', async () => focus().then(() => key(pick(CHORDS)))],
    [2, 'takes something back', async () => focus().then(() => key('Control+z'))],
    [1, 'does it again', async () => focus().then(() => key('Control+y'))],
    [3, 'turns the wheel', async () => turn(pick([-100, 100, 40, -40]), chance() < 0.3)],
    [3, 'asks for a menu', menu],
    [1, 'looks at everything', async () => focus().then(() => key('Shift+1'))],
    [2, 'pinches', pinches],
    [2, 'pulls with a finger', async () => glass.strokes([await somewhere(), anywhere(), anywhere()])],
    [1, 'draws with a stylus', async () => glass.draws([await somewhere(), anywhere(), anywhere()], () => 0.6)],
    [1, 'takes another window', async () => page.setViewportSize(pick(WINDOWS))],
    [1, 'stops', async () => letsGo()],
  ]
  const all = deeds.flatMap((deed) => Array.from({ length: deed[0] }, () => deed))

  async function pinches(): Promise<void> {
    const [one, other] = [await somewhere(), anywhere()]
    await glass.fingers('touchStart', [one])
    await glass.fingers('touchStart', [one, other])
    for (let turns = between(1, 3); turns > 0; turns--) await glass.fingers('touchMove', [anywhere(), anywhere()])
    await glass.fingers(chance() < 0.2 ? 'touchCancel' : 'touchEnd', [])
  }

  async function withKey(name: string, act: () => Promise<unknown>): Promise<void> {
    await page.keyboard.down(name)
    await act()
    await page.keyboard.up(name)
  }

  async function turn(by: number, ctrl: boolean): Promise<void> {
    const at = anywhere()
    await page.mouse.move(at.x, at.y)
    if (ctrl) return withKey('Control', () => page.mouse.wheel(0, by / 5))
    await page.mouse.wheel(pick([0, 0, by]), by)
  }

  async function letsGo(): Promise<void> {
    await page.mouse.up()
    for (let press = 0; press < 4; press++) await key('Escape')
    await focus()
    for (let press = 0; press < 3; press++) await key('Escape')
  }

  return {
    letsGo,
    async does() {
      const [, words, act] = pick(all)
      const stuck = new Promise((_, fail) => {
        setTimeout(() => fail(new Error(`It was stuck while somebody ${words}.`)), STUCK_MS).unref()
      })
      await Promise.race([act(), stuck])
      return words
    },
  }
}

const pair = ({ x, y }: Point): [number, number] => [x, y]
