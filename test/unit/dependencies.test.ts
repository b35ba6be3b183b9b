import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, packageOf, root, sourcesUnder, stylesUnder } from '../support/sources.ts'

type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> }

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest

const dependenciesOf = (folder: string): string[] => {
  const { dependencies, devDependencies } = manifestOf(folder)
  return Object.keys({ ...dependencies, ...devDependencies })
}

/** Tools that are run and not imported: a script, a setting or another tool asks for them. */
const tools = ['@types/node', 'node', 'oxfmt', 'oxlint-tsgolint', 'typescript', 'vite']

const foldersOf = { shared: ['shared/src'], server: ['server/src', 'server/command'], client: ['client/src'] }

const importedUnder = (...folders: string[]): Set<string> => {
  const files = [...sourcesUnder(...folders), ...stylesUnder(...folders)]
  const packages = files.flatMap((file) => importsOf(file).filter((name) => !/^(\.|node:|virtual:)/.test(name)))
  return new Set(packages.map(packageOf))
}

/** Declarations are used when what they describe is: `@types/ws` by an import of `ws`. */
const isUsed = (imported: Set<string>) => (name: string) => imported.has(name.replace(/^@types\//, ''))

describe.each(Object.entries(foldersOf))('the dependencies of %s', (workspace, folders) => {
  const imported = importedUnder(...folders)
  const listed = dependenciesOf(workspace)

  it('are all imported', () => {
    expect(listed.filter((name) => !isUsed(imported)(name))).toEqual([])
  })

  it('are all listed', () => {
    expect([...imported].filter((name) => !listed.includes(name))).toEqual([])
  })
})

describe('the dependencies of the whole', () => {
  const settings = ['vite.config.ts', 'oxlint.config.ts'].flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/from '([^.'][^']*)'/g)].map(([, name = '']) =>
      packageOf(name),
    ),
  )

  it('are imported by a test or a setting, or are tools', () => {
    const imported = new Set([...importedUnder('test'), ...settings])
    expect(dependenciesOf('.').filter((name) => !imported.has(name) && !tools.includes(name))).toEqual([])
  })

  it('are each explained in the table of the README', () => {
    const page = join(root, 'README.md')
    if (!existsSync(page)) return
    const rows = readFileSync(page, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|'))
    const names = ['.', ...Object.keys(foldersOf)].flatMap(dependenciesOf)
    const foreign = new Set(names.filter((name) => !name.startsWith('@momentous/')))
    expect([...foreign].filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([])
  })
})

describe('the lock file', () => {
  type Locked = { resolved?: string; link?: boolean; optionalDependencies?: Record<string, string> }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }

  it('names no host to fetch from', () => {
    const hosted = Object.entries(packages).filter(([, { resolved }]) => /^\w+:/.test(resolved ?? ''))
    expect(hosted.map(([name]) => name)).toEqual([])
  })

  it('holds the builds for every system, not only for the one it was written on', () => {
    const builds = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    )
    expect(builds.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([])
  })
})
