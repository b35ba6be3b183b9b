import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..', '..')

export type Source = { path: string; text: string; code: string; lines: number }

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s,;(){}])\/\/.*$/gm, '$1')

const read = (path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, code: withoutComments(text), lines: text.split('\n').length - 1 }
}

const filesUnder = (pattern: RegExp, folders: string[]): Source[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((entry) => join(folder, entry)),
    )
    .filter((path) => pattern.test(path) && !path.includes('node_modules'))
    .map(read)

/** Every TypeScript file under these folders of the repository, as the repository names it. */
export const sourcesUnder = (...folders: string[]): Source[] => filesUnder(/\.tsx?$/, folders)

/** Every style sheet under these folders; its `@import` counts as an import. */
export const stylesUnder = (...folders: string[]): Source[] => filesUnder(/\.css$/, folders)

const importPattern = /(?:\bfrom\s+|\bimport\s*\(?\s*)'([^'\n]+)'/g

/** What a file imports, as written: statically, dynamically, for types or for side effects. */
export const importsOf = ({ code }: Source): string[] => [...code.matchAll(importPattern)].map(([, name = '']) => name)

/** Where an import leads: a path of the repository, or the name of a package. */
export const targetOf = (from: Source, specifier: string): string => {
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(from.path), specifier))
  const workspace = /^@momentous\/(\w+)\/(.*)$/.exec(specifier)
  if (workspace !== null) return `${workspace[1]}/src/${workspace[2]}`
  return packageOf(specifier)
}

/** `lib0/encoding` belongs to the package `lib0`, `@scope/name/deep` to `@scope/name`. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
