import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

describe('notes by hand and by key', () => {
  const stage = wallStage()
  let page: Page

  beforeEach(async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 800 } })
    await openWall(page, stage.fixture(), 'phase=post')
  })
  afterEach(() => page.close())

  const field = () => page.locator('.note-editor')
  const texts = () =>
    page.evaluate(() => window.fixture.board.line().map((id) => window.fixture.wall.moment(id)?.text ?? ''))
  const wall = () => page.getByRole('application')
  /** Somebody else does this to the note with that number. */
  const theirs = (number: number, what: 'bin' | 'write', words = '') =>
    page.evaluate(
      ([at, deed, insert]) => {
        const { board } = window.fixture
        const id = board.line()[at - 1]
        if (deed === 'bin') board.run('remove-moments', { ids: [id], removed: true })
        else board.run('edit-text', { root: 'moments', id, key: 'text', index: 0, remove: 0, insert })
      },
      [number, what, words] as const,
    )
  const select = async (number: number) => {
    await wall().focus()
    await page.evaluate((at) => {
      const { board, bench } = window.fixture
      const id = board.line()[at - 1]
      if (id) bench.selection.set([id])
    }, number)
  }

  it('one key makes one, after the selected note; Enter chains; an empty one ends the chain and was never there', async () => {
    await select(2)
    await page.keyboard.press('n')
    await field().waitFor()
    await page.keyboard.type('Takes a seat')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Reads a magazine')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => field().count()).toBe(0)
    const line = await texts()
    expect(line.slice(1, 5)).toEqual([line[1], 'Takes a seat', 'Reads a magazine', line[4]])
    expect(line).toHaveLength(12)
  })

  it('with the pointer on the wall the key takes the tool, a press puts the note there, and the key once more makes it', async () => {
    await page.mouse.move(640, 650)
    await wall().focus()
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Note', exact: true, pressed: true }).waitFor()
    expect(await field().count()).toBe(0)
    await page.mouse.click(640, 650)
    await field().waitFor()
    await page.keyboard.type('Beside the line')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.keyboard.press('n')
    await field().waitFor()
    await page.keyboard.type('Right after it')
    await page.keyboard.press('Escape')
    expect(await texts()).toEqual(expect.arrayContaining(['Beside the line', 'Right after it']))
  })

  it('somebody else puts it in the bin while it is typed into: the words are offered back', async () => {
    await select(3)
    await page.keyboard.press('Enter')
    await page.keyboard.type(' with a smile')
    await theirs(3, 'bin')
    const card = page.getByRole('region', { name: 'Your words from what is in the bin' })
    await card.getByText('The nurse greets them by name with a smile').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('wall')
    expect(await texts()).toHaveLength(9)
    await card.getByRole('button', { name: 'Put it back on the wall' }).click()
    await field().waitFor()
    await page.keyboard.type(', always')
    expect((await texts())[2]).toBe('The nurse greets them by name with a smile, always')
    expect(await card.count()).toBe(0)
  })

  it('a phase that closes the wall takes no word of what is typed: it waits in the field, and joins or goes back', async () => {
    const phase = (to: 'post' | 'ideas') => page.evaluate((next) => window.fixture.board.set({ phase: next }), to)
    const told = () => page.evaluate(() => [window.fixture.wall.said, window.fixture.wall.givenBack] as const)
    await select(3)
    await page.keyboard.press('Enter')
    await page.keyboard.type(' with')
    await phase('ideas')
    await page.keyboard.type(' a smile')
    expect(await field().inputValue()).toBe('The nurse greets them by name with a smile')
    expect(await told()).toEqual([
      ['The session moved to Ideas while you were typing. What you type now is kept for you.'],
      [],
    ])
    await phase('post')
    await expect.poll(async () => (await texts())[2]).toBe('The nurse greets them by name with a smile')
    await phase('ideas')
    await page.keyboard.type(', always')
    // As when the page is loaded again.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    expect((await told())[1]).toHaveLength(1)
    await page.keyboard.press('Escape')
    const [said, [given, ...more]] = await told()
    expect(more).toEqual([])
    expect(said).toHaveLength(2)
    expect(given).toMatchObject({
      words: 'The nurse greets them by name with a smile, always',
      before: 'The nurse greets them by name with a smile',
      reason: 'The session moved to Ideas while you were typing. Your words are safe:',
      command: { name: 'edit-text', args: { insert: ', always' } },
    })
    expect((await texts())[2]).toBe('The nurse greets them by name with a smile')
  })

  it('the same of a free text', async () => {
    await wall().focus()
    await page.keyboard.press('t')
    await page.mouse.click(640, 620)
    await page.getByRole('textbox', { name: 'Free text' }).waitFor()
    await page.keyboard.type('three quiet weeks')
    await page.evaluate(() => {
      const { board, wall: live } = window.fixture
      board.run('remove-shapes', { ids: live.shapes().map(({ id }) => id), removed: true })
    })
    const card = page.getByRole('region', { name: 'Your words from what is in the bin' })
    await card.getByText('three quiet weeks').waitFor()
    await card.getByRole('button', { name: 'Put it back on the wall' }).click()
    expect(await page.getByRole('textbox', { name: 'Free text' }).inputValue()).toBe('three quiet weeks')
    expect(await card.count()).toBe(0)
  })

  it('what was lost may be let go, and a note without words is not offered', async () => {
    await select(3)
    await page.keyboard.press('Enter')
    await theirs(3, 'bin')
    await page.getByRole('button', { name: 'Let it go' }).click()
    expect(await page.locator('.lost-words').count()).toBe(0)
    await select(3)
    await page.mouse.move(20, 20)
    await page.evaluate(() => window.fixture.bench.live.pointer.set(null))
    await page.keyboard.press('n')
    await field().waitFor()
    await theirs(4, 'bin')
    await expect.poll(() => field().count()).toBe(0)
    expect(await page.locator('.lost-words').count()).toBe(0)
  })

  it('a word that an input method composes is not torn by what others type, and ends where the caret is', async () => {
    await select(1)
    await page.keyboard.press('Enter')
    const client = await page.context().newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 })
    await theirs(1, 'write', 'Now: ')
    await client.send('Input.imeSetComposition', { text: '漢字', selectionStart: 2, selectionEnd: 2 })
    expect(await field().inputValue()).toBe('Phones to book a visit漢字')
    // Enter belongs to the input method: it ends no note.
    await client.send('Input.insertText', { text: '漢字' })
    await expect.poll(() => field().inputValue()).toBe('Now: Phones to book a visit漢字')
    expect((await texts())[0]).toBe('Now: Phones to book a visit漢字')
    await page.keyboard.type('!')
    expect((await texts())[0]).toBe('Now: Phones to book a visit漢字!')
  })

  it('the buttons of a note cover nobody’s number', async () => {
    for (const number of [1, 2, 3, 4]) {
      await select(number)
      const row = await page.getByRole('toolbar', { name: 'What to do with it' }).boundingBox()
      const line = await page.evaluate(() => window.fixture.bench.camera.toScreen({ x: 0, y: 0 }).y)
      if (row === null) throw new Error('There are no buttons.')
      const box = await wall().boundingBox()
      const y = line + (box?.y ?? 0)
      expect(row.y > y + 12 || row.y + row.height < y - 12, `note ${number}`).toBe(true)
    }
  })
})
