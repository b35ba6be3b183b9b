import { cutWords, withoutBullet } from '../model/pasted-moments.ts'

/** What a paste or a press of Enter adds: one moment a line that says something, without bullets and numbers. */
export function momentLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => withoutBullet(line))
    .filter((line) => line !== '')
    .map((line) => cutWords(line))
}
