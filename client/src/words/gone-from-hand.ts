import { figured } from './number.ts'

function quoted(words: string): string {
  const said = words.trim()
  return said === '' ? 'It' : `“${said.length > 40 ? `${said.slice(0, 38).trimEnd()} …` : said}”`
}

/** Somebody else took what one was dragging off the wall. */
export function goneFromHand(words: string, where: 'bin' | 'stack'): string {
  return where === 'bin'
    ? `${quoted(words)} was put in the bin meanwhile. Everybody finds it there.`
    : `${quoted(words)} lies under another note now.`
}

const they = (words: string, count: number) =>
  count === 1 ? `${quoted(words)} was` : `${figured(count, 'selected piece')} were`

/** Somebody else took what was selected off the wall. */
export function selectionGone(words: string, count: number): string {
  return `${they(words, count)} taken off the wall meanwhile.`
}

/** Somebody else moved what was selected out of sight. */
export function selectionMoved(words: string, count: number): string {
  return `${they(words, count)} moved out of sight meanwhile, and ${count === 1 ? 'is' : 'are'} not selected any more.`
}
