import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, parse } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, type TestContext } from 'vitest'

/** Other people's software, by which the tests open what was written here. */
const packages = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'poppler-utils', 'python3-openpyxl']
const remedy = `apt-get install -y --no-install-recommends ${packages.join(' ')}`

/** Python is the system's own: only that one has the module that the system's package brings. */
const PYTHON = '/usr/bin/python3'
const START_MS = 120_000

const onPath = (name: string) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

const present = () =>
  ['soffice', 'pdftotext', 'pdftoppm', 'pdfinfo', 'pdffonts'].every(onPath) &&
  spawnSync(PYTHON, ['-c', 'import openpyxl'], { timeout: 20_000 }).status === 0

/** Once, whoever asks first; the others wait at the lock and find it there. */
function install(): void {
  console.log(`No LibreOffice, poppler or openpyxl yet: trying ${remedy}`)
  const lock = join(tmpdir(), 'momentous-office.lock')
  const script = `apt-get update -qq && ${remedy.replace('install', 'install -qq')}`
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('flock', [lock, 'sh', '-c', script], { stdio: 'ignore', timeout: 300_000, env })
}

/** Null when all of it is there, or could be installed; else the sentence that says what would bring it. */
export function officeLack(find = present, bring = install, mayInstall = process.getuid?.() === 0): string | null {
  if (find()) return null
  if (mayInstall) bring()
  if (mayInstall && find()) return null
  return `Not run: these tests open files with LibreOffice, poppler and openpyxl. This would bring them: ${remedy}`
}

let lack: string | null | undefined

/** For `beforeEach`: where it is not and can't be brought, the tests are counted as not run, with the reason. */
export function needsOffice({ skip }: TestContext): void {
  if (lack === undefined) lack = officeLack()
  skip(lack !== null, lack ?? '')
}

/** The same where no test's context is at hand; says it in a line. */
export function withoutOffice(): boolean {
  if (lack === undefined) lack = officeLack()
  if (lack !== null) console.warn(lack)
  return lack !== null
}

export interface OfficeFile {
  /** With its extension, by which LibreOffice knows what it is. */
  readonly name: string
  readonly content: Uint8Array | string
}

/**
 * What LibreOffice makes of files, in one start of some seconds: so give it many. Throws with what it said when it said
 * anything but what it converts, and when a file is missing.
 */
export function convert(files: readonly OfficeFile[], to: string): ReadonlyMap<string, Buffer> {
  const folder = folderFor(files)
  const out = join(folder, 'out')
  const profile = `-env:UserInstallation=${pathToFileURL(join(folders[0] ?? folder, 'profile')).href}`
  const paths = files.map(({ name }) => join(folder, name))
  const said = run('soffice', [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', out, ...paths])
  const complaints = said.split('\n').filter((line) => !/^$|^convert |javaldx/u.test(line))
  if (complaints.length > 0) throw new Error(`LibreOffice said: ${complaints.join(' / ')}`)
  const extension = to.split(':')[0] ?? to
  return new Map(files.map(({ name }) => [name, readFileSync(join(out, `${parse(name).name}.${extension}`))]))
}

/** The text of a PDF in reading order; pages end with a form feed. */
export function pdfText(pdf: Uint8Array, ...options: string[]): string {
  return run('pdftotext', ['-enc', 'UTF-8', ...options, fileFor(pdf), '-'])
}

/** What is said about a PDF: its facts, or with `-struct-text` its tree of tags with their words. */
export function pdfInfo(pdf: Uint8Array, ...options: string[]): string {
  return run('pdfinfo', [...options, fileFor(pdf)])
}

/** The fonts in a PDF, one a line. */
export function pdfFonts(pdf: Uint8Array): string {
  return run('pdffonts', [fileFor(pdf)])
}

/** The paths of the pages as pictures. */
export function pdfPages(pdf: Uint8Array, dotsPerInch = 60): string[] {
  const path = fileFor(pdf)
  const folder = join(path, '..')
  run('pdftoppm', ['-png', '-r', String(dotsPerInch), path, join(folder, 'page')])
  const pages = readdirSync(folder).filter((name) => name.startsWith('page'))
  return pages.toSorted().map((name) => join(folder, name))
}

/** What a Python program prints; openpyxl is there. Its arguments are paths or words. */
export function python(program: string, ...args: string[]): string {
  return run(PYTHON, ['-c', program, ...args])
}

/** Writes a file for a program of this machine; all of them are gone when the tests of this file end. */
export function fileFor(content: Uint8Array | string, name = 'file.pdf'): string {
  return join(folderFor([{ name, content }]), name)
}

const folders: string[] = []
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function folderFor(files: readonly OfficeFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'momentous-office-'))
  folders.push(folder)
  mkdirSync(join(folder, 'out'))
  for (const { name, content } of files) writeFileSync(join(folder, name), content)
  return folder
}

/** Everything that it said, also where only errors are said; a program that failed throws. */
function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { timeout: START_MS, maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr.toString()}`)
  return stdout.toString() + stderr.toString()
}
