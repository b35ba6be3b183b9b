import { paletteOf, type Palette } from '@momentous/shared/drawing/palette'

/** The design tokens as the canvas needs them. */
export type PaintTheme = Palette

/** Reads the tokens that hold on `root` now: once per theme, never while painting. */
export function readTheme(root: Element = document.documentElement): PaintTheme {
  const style = getComputedStyle(root)
  const read = new Map<string, string>()
  const token = (name: string) => {
    const known = read.get(name) ?? style.getPropertyValue(`--${name}`).trim()
    read.set(name, known)
    return known
  }
  return paletteOf(token, style.colorScheme.includes('dark'))
}
