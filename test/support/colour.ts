/** The tokens of both themes, as tokens.css declares them; dark ones override light ones. */
export type Tokens = Record<string, string>

const declarationsIn = (block: string): Tokens =>
  Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  )

const blockOf = (css: string, selector: string): string => {
  const opens = css.indexOf('{', css.indexOf(selector))
  return css.slice(opens + 1, css.indexOf('}', opens))
}

export const themesOf = (css: string): { light: Tokens; dark: Tokens } => {
  const light = declarationsIn(blockOf(css, ':root'))
  return { light, dark: { ...light, ...declarationsIn(blockOf(css, "[data-theme='dark']")) } }
}

/** Relative luminance of a colour written as #rrggbb (WCAG 2). */
const luminance = (hex: string): number => {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(hex)
  if (digits === null) throw new Error(`${hex} is not a colour written as #rrggbb.`)
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, from 1 (the same) to 21 (black on white). */
export const contrast = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}
