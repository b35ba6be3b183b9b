import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import type { CanvasOptions } from './canvas-options.ts'

/** What a trace tells of: layout, painting, copies of canvases, frames. */
const TRACED = ['toplevel', 'blink', 'cc', 'viz', 'v8', 'devtools.timeline', 'disabled-by-default-devtools.timeline']

/** Records what the page does, as far as the options ask for that, until the answer is called. */
export async function record(
  { page, cdp }: { readonly page: Page; readonly cdp: CDPSession },
  name: string,
  { profiles, traces }: CanvasOptions,
): Promise<() => Promise<void>> {
  if (profiles !== null) await cdp.send('Profiler.start')
  const browser = page.context().browser()
  if (traces !== null)
    await browser?.startTracing(page, { path: join(traces, `${name}.trace.json`), categories: TRACED })
  return async () => {
    if (traces !== null) await browser?.stopTracing()
    if (profiles === null) return
    const { profile } = await cdp.send('Profiler.stop')
    mkdirSync(profiles, { recursive: true })
    writeFileSync(join(profiles, `${name}.cpuprofile`), JSON.stringify(profile))
  }
}
