import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Pages of its own that the browser opens behind the address bar of each window: they cost more than most of ours. */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** Of several such lists a browser reads the last, which is ours: so Playwright's own is in it too. */
const switchedOff = [
  ...addressBar,
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** What a browser needs to start as root in a container, and to stay silent on the network. */
const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${switchedOff.join(',')}`,
]

/** A file alone proves nothing: it may be a stub, or miss its libraries. */
const runs = (path: string) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

const installed = () => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const chosen = process.env['CHROME_PATH']
  return [
    ...(chosen === undefined ? [] : [chosen]),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
    chromium.executablePath(),
  ]
}

const attempt = (command: string, args: string[]) => {
  console.log(`No Chromium yet: trying ${command} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', timeout: 240_000, env }).status === 0
}

const playwrightInstalls = () => attempt('npx', ['--no-install', 'playwright-core', 'install', 'chromium'])

const debianInstalls = () =>
  process.getuid?.() === 0 &&
  attempt('apt-get', ['update', '-qq']) &&
  attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])

/** The path of a Chromium or Chrome that starts; installs one where it can, and says what to do where it can't. */
export const ensureChromium = (
  find = () => installed().find(runs),
  remedies: readonly (() => boolean)[] = [playwrightInstalls, debianInstalls],
): string => {
  const present = find()
  if (present !== undefined) return present
  for (const remedy of remedies) {
    const found = remedy() ? find() : undefined
    if (found !== undefined) return found
  }
  throw new Error(
    'The browser tests need Chromium or Chrome, and none could be installed here. Install one (on Debian: ' +
      'apt-get install chromium), or put the path of one in CHROME_PATH, and run the tests again.',
  )
}

/** A browser for one test file; who opens it closes it. */
export const launchChromium = (...further: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: ensureChromium(), args: [...launchArguments, ...further] })
