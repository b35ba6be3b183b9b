import { GlobalFonts } from '@napi-rs/canvas'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The typeface of the wall, in the parts that its makers cut it into. */
const PARTS = ['latin', 'latin-ext', 'cyrillic-ext', 'vietnamese'] as const
const nameOf = (part: string) => `Wall ${part}`

/** Makes the wall's typeface known to canvases; what it has no letters for comes from the machine's own fonts. */
export function bringFonts(): void {
  if (GlobalFonts.has(nameOf(PARTS[0]))) return
  for (const part of PARTS) {
    const file = import.meta.resolve(
      `@fontsource-variable/hanken-grotesk/files/hanken-grotesk-${part}-wght-normal.woff2`,
    )
    GlobalFonts.register(readFileSync(fileURLToPath(file)), nameOf(part))
  }
}

const FAMILIES = [...PARTS.map((part) => `"${nameOf(part)}"`), 'sans-serif'].join(', ')

export function pictureFont(weight: number, size: number): string {
  return `${weight} ${size}px ${FAMILIES}`
}
