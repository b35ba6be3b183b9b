import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'

/** What a paste or a press of Enter adds: one moment a line that says something, without bullets and numbers. */
export function momentLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/u, '').trim())
    .filter((line) => line !== '')
    .map((line) => cut(line))
}

/** Never in the middle of a character that takes two units. */
function cut(line: string): string {
  if (line.length <= MOMENT_TEXT_MAX) return line
  const end = /[\uD800-\uDBFF]/u.test(line.charAt(MOMENT_TEXT_MAX - 1)) ? MOMENT_TEXT_MAX - 1 : MOMENT_TEXT_MAX
  return line.slice(0, end)
}
