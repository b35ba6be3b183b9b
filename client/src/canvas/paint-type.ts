import { WRITTEN } from '@momentous/shared/drawing/words-marks'
import type { Measure } from '@momentous/shared/scene/text-layout'

const FAMILY = '"Hanken Grotesk Variable", "Segoe UI", system-ui, sans-serif'

export function font(weight: number, size: number): string {
  return `${weight} ${size}px ${FAMILY}`
}

export function noteFont(size: number): string {
  return font(WRITTEN, size)
}

/** Measures in the notes' font, or in another weight of it, with a canvas that is never shown. */
export function canvasMeasure(weight: number = WRITTEN): Measure {
  const ctx = document.createElement('canvas').getContext('2d')
  let current = 0
  return (text, size) => {
    if (!ctx) return text.length * size * 0.5
    if (size !== current) {
      ctx.font = font(weight, size)
      current = size
    }
    return ctx.measureText(text).width
  }
}

/** Resolves when notes can be measured: their font is here, or will not come. */
export async function noteFontReady(): Promise<void> {
  try {
    await document.fonts.load(noteFont(16))
  } catch {
    // A browser that can't load it shows the fallback, and measures that.
  }
}

/** Is it here already? (`document.fonts.check` says yes to a font that no style sheet has told of yet.) */
export function hasNoteFont(): boolean {
  return [...document.fonts].some(
    ({ family, status }) => status === 'loaded' && FAMILY.startsWith(`"${family.replaceAll('"', '')}"`),
  )
}
