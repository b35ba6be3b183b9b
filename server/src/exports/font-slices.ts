import { fileURLToPath } from 'node:url'
import { families, type Family, type FamilyId } from './font-families.ts'

/** By family and code point, the slices that are said to have it. */
export function slicesByCodePoint(): (family: FamilyId) => ReadonlyMap<number, readonly string[]> {
  const known = new Map<FamilyId, Map<number, string[]>>()
  return (family) => {
    const map = known.get(family) ?? new Map<number, string[]>()
    if (known.has(family)) return map
    for (const [slice, ranges] of Object.entries<string>(families[family].slices)) {
      for (const code of spread(ranges)) map.set(code, [...(map.get(code) ?? []), slice.replace(/[[\]]/gu, '')])
    }
    known.set(family, map)
    return map
  }
}

/** Every code point of `U+0-FF,U+131`. */
function* spread(ranges: string): Generator<number> {
  for (const [, from = '', to = from] of ranges.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/giu)) {
    for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++) yield code
  }
}

/** Where the file of a slice lies. */
export function sliceFile(id: FamilyId, slice: string): string {
  const { pack, variable }: Family = families[id]
  const file = `${pack.split('/')[1]}-${slice}-${variable ? 'wght' : '400'}-normal.woff2`
  return fileURLToPath(import.meta.resolve(`${pack}/files/${file}`))
}
