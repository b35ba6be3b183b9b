import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { root } from './sources.ts'

/** `node test/support/draw-icons.ts`: draws the icons of the installed application anew, out of the mark. */
const folder = join(root, 'client', 'public')
const mark = readFileSync(join(folder, 'mark.svg'), 'utf8')

/** Systems cut this one to a shape of their own: the ground fills the square, the mark keeps to its middle. */
const maskable = mark
  .replace('viewBox="0 0 30 30"', 'viewBox="-6 -6 42 42"')
  .replace(/<rect[^>]*>/, '<rect x="-6" y="-6" width="42" height="42" fill="#1e5b4a" />')

const icons = [
  { name: 'icon-192', svg: mark, size: 192 },
  { name: 'icon-512', svg: mark, size: 512 },
  { name: 'icon-maskable', svg: maskable, size: 512 },
]

async function draw(browser: Browser, { name, svg, size }: (typeof icons)[number]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`)
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true })
  await page.close()
}

const browser = await launchChromium()
for (const icon of icons) await draw(browser, icon)
await browser.close()
