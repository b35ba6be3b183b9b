import { expect, it } from 'vitest'
import { importsOf, type Source, sourcesUnder, stylesUnder, targetOf } from '../support/sources.ts'

/** What a page needs is fetched when it is opened: its styles have to come with it, not with what was opened before. */
const sources = new Map([...sourcesUnder('client/src'), ...stylesUnder('client/src')].map((each) => [each.path, each]))
const lazy = /\bimport\s*\(\s*'([^'\n]+)'/g
const laterOf = (source: Source) => [...source.code.matchAll(lazy)].map(([, name = '']) => targetOf(source, name))

const later = new Map([...sources.values()].map((each) => [each.path, laterOf(each)]))

/** Everything that comes with a file by itself. */
function closureOf(path: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const ahead = [path]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const source = sources.get(next)
    if (source === undefined || seen.has(next)) continue
    seen.add(next)
    const fetched = later.get(next) ?? []
    ahead.push(
      ...importsOf(source)
        .map((name) => targetOf(source, name))
        .filter((each) => !fetched.includes(each)),
    )
  }
  return seen
}

const entry = 'client/src/app/main.tsx'
const roots = new Map([entry, ...[...later.values()].flat()].map((path) => [path, closureOf(path)]))

/** What is there at least when a part is: itself, and what all of those bring that fetch it. */
function loadedWith(): ReadonlyMap<string, ReadonlySet<string>> {
  const first = closureOf(entry)
  const loaded = new Map([...roots].map(([path, own]) => [path, new Set([...own, ...first])]))
  const fetchedBy = new Map(
    [...roots].map(([path]) => [
      path,
      [...roots].flatMap(([root, own]) => ([...own].some((each) => later.get(each)?.includes(path)) ? [root] : [])),
    ]),
  )
  // Parts fetch parts: four deep is more than there is.
  for (let round = 0; round < 4; round++) {
    for (const [path, has] of loaded) {
      const [one, ...others] = (fetchedBy.get(path) ?? []).map((root) => loaded.get(root) ?? new Set<string>())
      for (const each of one ?? []) if (others.every((other) => other.has(each))) has.add(each)
    }
  }
  return loaded
}

const definedIn = new Map<string, Set<string>>()
for (const { path, code } of sources.values()) {
  if (!path.endsWith('.css')) continue
  for (const [, name = ''] of code.matchAll(/\.([a-z][\w-]*)/g)) {
    definedIn.set(name, (definedIn.get(name) ?? new Set()).add(path))
  }
}
const classesOf = ({ code }: Source) =>
  [...code.matchAll(/className="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '))

it('every class that a part of the page names has its styles wherever that part is fetched', () => {
  const lacking = [...loadedWith()].flatMap(([root, loaded]) =>
    [...(roots.get(root) ?? [])].flatMap((path) => {
      const source = sources.get(path)
      if (source === undefined || path.endsWith('.css')) return []
      return classesOf(source).flatMap((name) => {
        const places = [...(definedIn.get(name) ?? [])]
        return places.length === 0 || places.some((place) => loaded.has(place)) ? [] : [`${root}: ${path} ${name}`]
      })
    }),
  )
  expect([...new Set(lacking)]).toEqual([])
  expect(roots.size).toBeGreaterThan(40)
})
