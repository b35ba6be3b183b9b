import { appendFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext } from 'playwright-core'
import { buildClientIfStale } from '../../server/command/client-build.ts'
import { launchChromium } from '../support/chromium.ts'
import { bigBoard } from './big-boards.ts'
import { addressOfWorkshop, type LoadBoard } from './boards.ts'
import { blockNames, isFor, runBlock } from './canvas-blocks.ts'
import { gridBoard } from './canvas-board.ts'
import { lookAt } from './canvas-camera.ts'
import { compressedHour } from './canvas-hour.ts'
import { seatMovers } from './canvas-movers.ts'
import { openAnywhere, openPhone, openWall } from './canvas-opening.ts'
import { readCanvasOptions, USAGE, type CanvasOptions } from './canvas-options.ts'
import { heapOf, openContext, openPage, seatDevice, type MeasuredPage } from './canvas-page.ts'
import { canvasTable, readPeers, type CanvasFigure } from './canvas-table.ts'
import { shown } from './figures.ts'
import { startServer, type Target } from './target.ts'

/** The device writes down what it heard a second after hearing it. */
const KEPT = 2_500

/** `npm run bench:canvas`: the whole product in a real browser, beside the peers' figures. */
async function main(): Promise<void> {
  const options = readCanvasOptions(process.argv.slice(2))
  const unknown = options.only.find((name) => ![...blockNames, 'load', 'memory'].some((each) => each === name))
  if (unknown !== undefined) throw new Error(`There is no block ${unknown}.\n${USAGE}`)
  if (!buildClientIfStale()) throw new Error('The client could not be built: there is nothing to measure.')
  const figures: CanvasFigure[] = []
  for (let round = 0; round < options.rounds; round++) {
    for (const size of options.sizes) {
      const of = await measureSize(size, options)
      figures.push(...of)
      const { pixelRatio: dpr, phone } = options
      const line = { at: new Date().toISOString(), round, size, dpr, phone, figures: of }
      if (options.out !== null) appendFileSync(options.out, `${JSON.stringify(line)}\n`)
    }
  }
  console.log(`\n${canvasTable(figures, readPeers(options.peers))}`)
}

async function measureSize(size: number, options: CanvasOptions): Promise<readonly CanvasFigure[]> {
  const server = await startServer({ home: new URL('../..', import.meta.url).pathname, core: null, profiles: null })
  const browser = await launchChromium()
  try {
    return await measureWall(size, options, server, browser)
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function measureWall(size: number, options: CanvasOptions, { origin }: Target, browser: Browser) {
  const figures: CanvasFigure[] = []
  const wants = (name: string) => options.only.length === 0 || options.only.includes(name)
  const note = (row: string, value: number) => {
    figures.push({ size, row, value })
    console.log(`  ${size} ${row} ${shown(value)}`)
  }
  const grid = gridBoard(size, options)
  const board = await bigBoard(origin, addressOfWorkshop(1), grid.updates)
  if (wants('load') && !options.phone) note('door', await weighDoor(browser, origin, board, options))

  const context = await openContext(browser, options)
  await seatDevice(context, origin, board)
  const measured = options.phone
    ? await openPhone(context, { origin, board }, options)
    : await openTwice(context, { origin, board }, wants('load') ? note : () => {}, { size, options })
  await wait(1_500)
  await measured.shoot(`${size}-open`)
  const movers = await seatMovers(origin, board, grid)
  if (options.hour > 0) {
    const fresh = async () => {
      const page = await openAnywhere(context, { origin, board }, options)
      await wait(KEPT)
      return heapOf(page)
    }
    const looking = await lookAt(measured, grid, 0.501)
    const hour = await compressedHour({ measured, grid, movers, looking, fresh }, options.hour)
    for (const key of ['before', 'after', 'fresh'] as const) note(`hour.${key}`, hour[key])
    movers.leave()
    return figures
  }
  for (const name of blockNames.filter((each) => wants(each) && isFor(each, options))) {
    const reading = await runBlock(name, { measured, grid, movers, options })
    for (const key of ['task', 'script', 'busy', 'median', 'p95'] as const)
      figures.push({ size, row: `${name}.${key}`, value: reading[key] })
    const { task, script, busy, median, p95, steps } = reading
    const frames = `frames ${shown(median)}/${shown(p95)}`
    console.log(
      `  ${size} ${name}: ${steps} steps, ${shown(task)} ms (script ${shown(script)}), busy ${shown(busy)} %, ${frames}`,
    )
  }
  if (wants('memory')) note('heap', await heapOf(measured))
  movers.leave()
  return figures
}

type Note = (row: string, value: number) => void

/** As somebody new, and then as somebody whose device knows the board. */
async function openTwice(
  context: BrowserContext,
  address: { readonly origin: string; readonly board: LoadBoard },
  note: Note,
  { size, options }: { readonly size: number; readonly options: CanvasOptions },
): Promise<MeasuredPage> {
  const first = await openWall(context, address, `${size}-newcomer`, options)
  await wait(KEPT)
  await first.measured.page.close()
  const { measured, complete, weight } = await openWall(context, address, `${size}-opening`, options)
  note('newcomer', first.complete)
  note('complete', complete)
  note('weight', weight)
  return measured
}

/** What somebody without a seat loads before the door shows itself. */
async function weighDoor(browser: Browser, origin: string, board: LoadBoard, options: CanvasOptions): Promise<number> {
  const context = await openContext(browser, options)
  const { page, weight } = await openPage(context, options)
  await page.goto(`${origin}/b/${board.id}#${board.tokens.participant}`, { waitUntil: 'commit' })
  await page.getByRole('heading').first().waitFor()
  const kilobytes = await weight()
  await context.close()
  return kilobytes
}

try {
  await main()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
