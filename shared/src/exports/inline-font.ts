/** A part of a font that lies in a file, and the signs that it is for. */
export interface InlineFont {
  /** As style sheets say it: `U+0-FF,U+131`. */
  readonly range: string
  /** Of a WOFF2 file with all weights. */
  readonly base64: string
}

/** Holds this range a sign of the text? */
export function isInRange(range: string, text: string): boolean {
  const spans = Array.from(range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/giu), ([, from = '', to = from]) => {
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
  const codes = new Set(Array.from(text, (sign) => sign.codePointAt(0) ?? 0))
  return Array.from(codes).some((code) => spans.some(([from, to]) => from <= code && code <= to))
}

/** The letters in which a page was measured, for a style sheet within it: elsewhere words would be wider than their notes. */
export function fontFaces(fonts: readonly InlineFont[]): string {
  return fonts
    .map(({ range, base64 }) => {
      const source = `url(data:font/woff2;base64,${base64}) format('woff2')`
      return `@font-face { font-family: 'Hanken Grotesk'; font-weight: 100 900; src: ${source}; unicode-range: ${range}; }\n`
    })
    .join('')
}
