import { plainText } from './plain-text.ts'

const LONGEST = 60

// Directions that turn a name around, and what some file system or shell can't take in a name.
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const RESERVED = /[\\/:*?"<>|\n\t]/gu
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/iu

/** A file name from the board's title, in any script: safe on every system, never empty, never hidden. */
export function fileName(title: string, extension: string, suffix = ''): string {
  const words = plainText(title).normalize('NFC').replace(DIRECTIONS, '').replace(RESERVED, ' ').replace(/\s+/gu, ' ')
  const stem = shortened(words).replace(/^[\s.]+|[\s.]+$/gu, '')
  const safe = stem === '' || DEVICES.test(stem.split('.')[0] ?? '') ? `Board ${stem}`.trim() : stem
  return `${safe}${suffix === '' ? '' : ` ${suffix}`}.${extension}`
}

/** Cuts between characters as people see them, so that no emoji is torn. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  let cut = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (cut.length + segment.length > LONGEST) break
    cut += segment
  }
  return cut
}
