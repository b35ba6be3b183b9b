import type { InkPath } from './ink-outline.ts'

const figure = (value: number) => String(Math.round(value * 100) / 100)

/** A path that is written down, in the notation of SVG. */
export interface WrittenPath extends InkPath {
  outline(): string
}

export function writtenPath(): WrittenPath {
  const steps: string[] = []
  const step = (letter: string, ...figures: readonly number[]) => steps.push(letter + figures.map(figure).join(' '))
  return {
    moveTo: (x, y) => step('M', x, y),
    lineTo: (x, y) => step('L', x, y),
    quadraticCurveTo: (...bend) => step('Q', ...bend),
    bezierCurveTo: (...bend) => step('C', ...bend),
    // Whole circles are all that is drawn of arcs: two halves.
    arc(x, y, radius) {
      step('M', x - radius, y)
      step('A', radius, radius, 0, 1, 1, x + radius, y)
      step('A', radius, radius, 0, 1, 1, x - radius, y)
      steps.push('Z')
    },
    closePath: () => steps.push('Z'),
    outline: () => steps.join(''),
  }
}
