import { exportFile } from '@momentous/server/exports/export-file'
import { writeBoardJson } from '@momentous/shared/exports/board-json'
import { csv } from '@momentous/shared/exports/csv'
import { redact } from '@momentous/shared/exports/redact'
import { unzipSync } from 'fflate'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportInput, sampleAction, sampleBoard, sampleMoment } from '../support/board-sample.ts'
import { shownCells } from '../support/read-xlsx.ts'
import { root } from '../support/sources.ts'

const board = sampleBoard({
  moments: [sampleMoment(1, { text: 'Rings' }), sampleMoment(2, { text: 'Waits' })],
  actions: [sampleAction(1, { due: '2026-12-04' })],
})
const expected = csv.write(exportInput(board, { bom: false }))

let here: string
const said: string[] = []
const run = async (...words: string[]) => {
  said.length = 0
  return exportFile({ here, say: (line) => void said.push(line), now: () => Date.UTC(2026, 10, 21) }, words)
}
const file = (name: string) => readFileSync(join(here, name))

beforeAll(() => {
  here = mkdtempSync(join(tmpdir(), 'momentous-export-'))
  writeFileSync(join(here, 'k7m2pq9rstuv.json'), `\ufeff${writeBoardJson(redact(board, 'facilitator'))}`)
})
afterAll(() => rmSync(here, { recursive: true }))

describe('a file from a saved board, without a server', () => {
  it('is the form in any format, beside the board', async () => {
    expect(await run('k7m2pq9rstuv.json', '--format', 'csv', '--rows', 'all')).toBe(0)
    expect(said).toEqual(['The file is k7m2pq9rstuv.csv.'])
    expect(file('k7m2pq9rstuv.csv').toString()).toBe(expected)
  })

  it('goes by the ending of the file that is asked for', async () => {
    expect(await run('k7m2pq9rstuv.json', '--out', 'home.xlsx', '--rows', 'all', '--sheet', 'extended')).toBe(0)
    expect(shownCells(file('home.xlsx'))[1]?.[0]).toBe('Rings')
    expect(await run('k7m2pq9rstuv.json', '--format', 'docx', '--out', 'home.docx')).toBe(0)
    expect(file('home.docx').subarray(0, 2).toString()).toBe('PK')
  })

  it('brings a logo to the workbook, and refuses a file that is none', async () => {
    const logo = join(root, 'client/public/icon-192.png')
    expect(await run('k7m2pq9rstuv.json', '--format', 'xlsx', '--logo', logo)).toBe(0)
    const parts = unzipSync(file('k7m2pq9rstuv.xlsx'))
    expect(Buffer.from(parts['xl/media/logo2.png'] ?? []).equals(readFileSync(logo))).toBe(true)
    expect(await run('k7m2pq9rstuv.json', '--format', 'pdf', '--logo', 'k7m2pq9rstuv.json')).toBe(2)
    expect(said.join()).toMatch(/is no logo: a PNG or a JPEG/u)
    expect(await run('k7m2pq9rstuv.json', '--format', 'pdf', '--logo', 'nowhere.png')).toBe(2)
    expect(said.join()).toMatch(/nowhere\.png can’t be read\.$/u)
    copyFileSync(logo, join(here, 'firm.png'))
    expect(await run('k7m2pq9rstuv.json', '--format', 'html', '--logo', 'firm.png', '--out', './firm.png')).toBe(2)
    expect(said.join()).toMatch(/^That would write over the logo itself/u)
    expect(file('firm.png').equals(readFileSync(logo))).toBe(true)
  })

  it('knows the other files by their names, and the board by its own', async () => {
    expect(await run('k7m2pq9rstuv.json', '--format', 'actions.ics')).toBe(0)
    expect(file('k7m2pq9rstuv actions.ics').toString()).toContain('UID:action-0001.k7m2pq9rstuv@momentous')
    expect(await run('k7m2pq9rstuv.json', '--format', 'actions-trello.csv')).toBe(0)
    expect(await run('k7m2pq9rstuv.json', '--format', 'next-session.ics')).toBe(2)
    expect(said).toEqual(['The next session has no date yet. Book it first.'])
  })

  it.each([
    [[], /^npm run export -- <board.json> --format <format>/u],
    [['k7m2pq9rstuv.json'], /formats: .*xlsx/u],
    [['k7m2pq9rstuv.json', '--format', 'exe'], /^Nobody writes “exe” here/u],
    [['k7m2pq9rstuv.json', '--fromat', 'csv'], /^npm run export/u],
    [['k7m2pq9rstuv.json', '--format', 'csv', '--order', 'size'], /^“order” is timeline or shortlist\.$/u],
    [['k7m2pq9rstuv.json', '--format', 'pdf', '--date', '2026-02-31'], /^“date” is a day/u],
    [['nowhere.json', '--format', 'csv'], /nowhere\.json can’t be read\.$/u],
    [['k7m2pq9rstuv.csv', '--format', 'xlsx'], /^This file is no Momentous board/u],
    [['k7m2pq9rstuv.json', '--format', 'json'], /^That would write over the board itself/u],
    [['k7m2pq9rstuv.json', '--out', 'no/folder/x.csv'], /can’t be written\.$/u],
  ])('says why it does nothing for %j', async (words, sentence) => {
    const before = readdirSync(here)
    expect(await run(...words)).toBe(2)
    expect(said.join('\n')).toMatch(sentence)
    expect(readdirSync(here)).toEqual(before)
  })

  it('runs by its own command, from the folder of whoever calls', () => {
    const command = [join(root, 'server', 'command', 'export.ts'), 'k7m2pq9rstuv.json', '--format', 'md']
    const out = execFileSync(process.execPath, command, { cwd: root, env: { ...process.env, INIT_CWD: here } })
    expect(out.toString()).toBe('The file is k7m2pq9rstuv.md.\n')
    expect(file('k7m2pq9rstuv.md').toString()).toContain('| MOMENT OF TRUTH |')
  })
})
