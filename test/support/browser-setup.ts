import { ensureChromium } from './chromium.ts'
import { buildFixtures } from './fixture-server.ts'

/** Once before the browser tests of a run: no two files install a browser at the same time, and all find the fixtures built. */
export const setup = async (): Promise<void> => {
  ensureChromium()
  await buildFixtures()
}
