import { ensureChromium } from './chromium.ts'

/** Once before the sessions of a run, so that no two test files install a browser at the same time. */
export const setup = (): void => {
  ensureChromium()
}
