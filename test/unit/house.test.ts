import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ruleIds } from '@momentous/shared/rules/rule-id'
import { describe, expect, it } from 'vitest'
import { clientDirections } from '../../oxlint.config.ts'
import { importsOf, root, type Source, sourcesUnder, targetOf } from '../support/sources.ts'

const product = sourcesUnder(
  'shared/src',
  'server/src',
  'server/command',
  'client/src',
  'client/worker',
  'client/build',
)
const tests = sourcesUnder('test')
const everything = [...product, ...tests]

const pathsOf = (sources: Source[]) => sources.map(({ path }) => path)
const withCode = (sources: Source[], pattern: RegExp) => pathsOf(sources.filter(({ code }) => pattern.test(code)))

describe('the size of the house', () => {
  it('has no file over 300 lines', () => {
    expect(everything.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path} ${lines}`)).toEqual([])
  })

  it('has a median file under 70 lines', () => {
    const sizes = product.map(({ lines }) => lines).toSorted((one, other) => one - other)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(70)
  })
})

describe('the names of the house', () => {
  it('has kebab-case files, and components in PascalCase.tsx', () => {
    const named =
      /^([a-z0-9]+(-[a-z0-9]+)*(\.test|\.bench)?\.ts|[A-Z][A-Za-z0-9]*\.tsx|[a-z-]+(\.test)?\.tsx|[a-z-]+\.d\.ts)$/
    expect(pathsOf(everything).filter((path) => !named.test(basename(path)))).toEqual([])
  })

  it('has no file without a subject of its own', () => {
    const vague = /(^|-)(utils?|helpers?|managers?|common|misc|data)[-.]|^(index|types)\./
    expect(pathsOf(everything).filter((path) => vague.test(basename(path)))).toEqual([])
  })
})

describe('what the house refuses in its code', () => {
  it.each([
    ['any', /(:|\bas|<|,)\s*any\b/],
    ['a non-null assertion', /[\w)\]]!(?=[.,;)[\]]|$)/m],
    ['a default export', /^export default\b/m],
    ['an enum or a namespace', /^(export )?(const )?(enum|namespace) /m],
    ['module-level state that changes', /^(export )?let /m],
  ])('%s in no source of the product', (_name, pattern) => {
    expect(withCode(product, pattern)).toEqual([])
  })

  it('a collection that outlives its room in no module of the server', () => {
    const collection = /^(export )?const \w+(: [^=]+)? = (new (Map|Set|WeakMap|WeakSet)\b[^(\n]*\(\)|\[\]|\{\})/m
    expect(withCode(sourcesUnder('server/src'), collection)).toEqual([])
  })

  it('nothing that suspends: React would show what comes 300 ms after what stood there until then, at the earliest', () => {
    expect(withCode(product, /\bSuspense\b|\blazy\(/)).toEqual([])
  })

  it('a check of types or lint switched off in no source of the product', () => {
    const switchedOff = /(oxlint|eslint)-disable|@ts-(ignore|nocheck|expect-error)/
    expect(pathsOf(product.filter(({ text }) => switchedOff.test(text)))).toEqual([])
  })

  it('no open end is left lying about', () => {
    const openEnd = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`)
    expect(pathsOf(everything.filter(({ text }) => openEnd.test(text)))).toEqual([])
  })

  it('no test is skipped, left for later or alone', () => {
    const absent = /\b(it|test|describe)\.(skip|todo|only|skipIf|runIf|fails)\b|\bxit\(|\bxdescribe\(/
    // Other people's software may be missing where nobody may install it; the run says what would bring it.
    const maybe = 'skipIf(withoutOffice())'
    const known = tests.map((test) => ({ ...test, code: test.code.replaceAll(`describe.${maybe}`, 'describe') }))
    expect(withCode(known, absent)).toEqual([])
  })

  it('no exclamation mark in the words of the interface', () => {
    const words = sourcesUnder('client/src').filter(({ path }) => path.startsWith('client/src/words/'))
    expect(withCode(words, /['"`][^'"`\n]*[a-z]!/)).toEqual([])
  })
})

describe('the directions of the house', () => {
  const layerOf = (path: string) => /^client\/src\/([a-z]+)\//.exec(path)?.[1]

  const mayImport = (from: string, to: string): boolean => {
    if (to.startsWith('test/')) return false
    if (from.startsWith('shared/')) return to.startsWith('shared/src/')
    if (from.startsWith('server/')) return /^(server|shared)\/src\//.test(to) || to.startsWith('server/command/')
    const aside = /^client\/(worker|build)\//.exec(from)?.[0]
    if (aside !== undefined) return to.startsWith(aside)
    if (!/^(client|shared)\/src\//.test(to)) return false
    const [mine = '', theirs] = [layerOf(from), layerOf(to)]
    return theirs === undefined || theirs === mine || (clientDirections[mine]?.includes(theirs) ?? false)
  }

  it('leads from app down to shared and never back', () => {
    const against = product.flatMap((source) =>
      importsOf(source)
        .map((specifier) => targetOf(source, specifier))
        .filter((target) => /^(shared|server|client|test)\//.test(target) && !mayImport(source.path, target))
        .map((target) => `${source.path} imports ${target}`),
    )
    expect(against).toEqual([])
  })

  it('keeps Konva in the canvas, and React out of model and tools but for the hooks', () => {
    const strangers = product.flatMap((source) => {
      const layer = layerOf(source.path)
      const hook = basename(source.path).startsWith('use-')
      return importsOf(source)
        .map((specifier) => targetOf(source, specifier))
        .filter(
          (target) =>
            (/^(konva|react-konva)$/.test(target) && layer !== 'canvas') ||
            (/^react(-dom)?$/.test(target) && (layer === 'tools' || (layer === 'model' && !hook))),
        )
        .map((target) => `${source.path} imports ${target}`)
    })
    expect(strangers).toEqual([])
  })

  it('reads the environment in one file of the server only', () => {
    const readers = withCode(sourcesUnder('server/src', 'shared/src', 'client/src'), /process\.env/)
    expect(readers.filter((path) => path !== 'server/src/config.ts')).toEqual([])
  })
})

describe('the rules of the session', () => {
  const page = join(root, 'shared', 'RULES.md')

  it('are each named by a test title', () => {
    const titles = tests
      .flatMap(({ code }) => [...code.matchAll(/\b(?:it|test|describe)(?:\.\w+)*\(\s*(['"`])(.*?)\1/gs)])
      .map(([, , title]) => title)
      .join('\n')
    expect(ruleIds.filter((id) => !new RegExp(`\\b${id}\\b`).test(titles))).toEqual([])
  })

  it('are each said in words in RULES.md, and no others', () => {
    const said = readFileSync(page, 'utf8').match(/\b[A-Z]\d{1,2}\b/g) ?? []
    expect([...new Set(said)].toSorted()).toEqual([...ruleIds].toSorted())
  })
})
