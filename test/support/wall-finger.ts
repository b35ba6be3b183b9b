import type { Page } from 'playwright-core'
import type { Phone } from './phone-driver.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** One tap on a note of the wall, where its paper is to be seen on the canvas; first everything is brought into sight. */
export async function tapsNote(phone: Phone, words: string): Promise<void> {
  const { page } = phone
  const rows = page.getByRole('list', { name: 'Moments in order' }).getByRole('listitem')
  await rows.filter({ hasText: words }).waitFor({ state: 'attached' })
  await phone.tap('Show everything')
  const sentences = await rows.allTextContents()
  const paper = (await atRest(page, sentences.length))[sentences.findIndex((row) => row.includes(words))]
  if (paper === undefined) throw new Error(`“${words}” is not on the wall.`)
  await page.touchscreen.tap(paper.x, paper.y)
}

/** The papers once that many are in sight and none moves any more. */
async function atRest(page: Page, count: number): Promise<readonly Point[]> {
  let before = ''
  for (let look = 0; look < 50; look++) {
    const papers = await page.evaluate(papersInSight)
    const now = JSON.stringify(papers)
    if (papers.length === count && now === before) return papers
    before = now
    await page.waitForTimeout(100)
  }
  throw new Error(`Not all of ${count} notes come into sight: ${before}`)
}

/** The middles of all patches of note paper, from left to right. Runs in the page. */
function papersInSight(): readonly Point[] {
  const GRID = 6
  const [butter, reach] = ['255,239,176', GRID * 1.5]
  const patches: { left: number; right: number; top: number; bottom: number }[] = []
  const canvas = document.querySelector('canvas')
  const box = canvas?.getBoundingClientRect()
  if (!canvas || !box) return []
  const scale = canvas.width / box.width
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
  for (let y = 0; y < box.height; y += GRID) {
    for (let x = 0; x < box.width; x += GRID) {
      const at = (Math.round(y * scale) * canvas.width + Math.round(x * scale)) * 4
      if (data.slice(at, at + 3).join() !== butter) continue
      const near = patches.find(
        ({ left, right, top, bottom }) =>
          x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach,
      )
      if (near === undefined) patches.push({ left: x, right: x, top: y, bottom: y })
      else Object.assign(near, { left: Math.min(near.left, x), right: Math.max(near.right, x), bottom: y })
    }
  }
  return patches
    .map(({ left, right, top, bottom }) => ({ x: box.x + (left + right) / 2, y: box.y + (top + bottom) / 2 }))
    .sort((a, b) => a.x - b.x)
}
