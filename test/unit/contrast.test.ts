import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast, themesOf } from '../support/colour.ts'
import { root } from '../support/sources.ts'

const themes = themesOf(readFileSync(join(root, 'client', 'src', 'theme', 'tokens.css'), 'utf8'))

const grounds = ['--paper', '--surface', '--sunken']
const channels = ['face', 'phone', 'web-conference', 'post', 'email', 'website', 'social']
const papers = ['butter', 'apricot', 'rose', 'lilac', 'sky', 'mint', 'plain'].map((paper) => `--note-${paper}`)

type Pair = readonly [upper: string, ground: string]
const each = (uppers: readonly string[], on: readonly string[]): Pair[] =>
  uppers.flatMap((upper) => on.map((ground) => [upper, ground] as const))

/** Whatever is read as words. */
const text: Pair[] = [
  ...each(['--ink', '--ink-2', '--ink-3', '--accent', '--danger', '--warn'], grounds),
  ...each(['--note-ink', '--note-ink-2'], papers),
  ...each(['--on-accent'], ['--accent', '--accent-hover', '--accent-press']),
  ...each(['--ink', '--accent'], ['--accent-soft']),
  ...each(['--ink', '--danger'], ['--danger-soft']),
  ...each(['--ink', '--warn'], ['--warn-soft']),
  ...channels.map((channel) => [`--on-${channel}`, `--ch-${channel}`] as const),
  ...['miserable', 'neutral', 'magical'].map((ranking) => [`--on-${ranking}`, `--rank-${ranking}`] as const),
  ['--rank-magical-line', '--paper'],
]

/** Whatever is told apart by its shape: edges, strips, icons. */
const shapes: Pair[] = [
  ...each(
    [...channels, 'none'].map((channel) => `--ch-${channel}`),
    papers,
  ),
  ...each(['--edge', '--rank-neutral-line', '--rank-magical-line'], grounds),
]

describe.each(Object.entries(themes))('in the %s theme', (_name, tokens) => {
  const measure = ([upper, ground]: Pair) => contrast(tokens[upper] ?? '', tokens[ground] ?? '')
  const below = (pairs: Pair[], least: number) =>
    pairs
      .filter((pair) => measure(pair) < least)
      .map((pair) => `${pair[0]} on ${pair[1]} is ${measure(pair).toFixed(2)}`)

  it('words have a contrast of at least 4.5', () => {
    expect(below(text, 4.5)).toEqual([])
  })

  it('edges, strips and icons have a contrast of at least 3', () => {
    expect(below(shapes, 3)).toEqual([])
  })
})

describe('the measure itself', () => {
  it('knows the extremes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#1e5b4a', '#1e5b4a')).toBe(1)
  })
})
