import { figured } from './number.ts'

/** What is said when pieces are copied and pasted. */
export const clipboardWords = {
  copy: 'Copy',
  cut: 'Cut',
  paste: 'Paste',
  selectFirst: 'Select something on the wall first.',
  pasteByKey: 'This browser hands out what was copied to the keys only: press Ctrl V, or ⌘ V on a Mac.',
  nothingToPaste: 'What was copied last has no words and no picture.',
  imagesStay: 'Images stay on the board that they came from. Put the file on this one.',
}

export function onlyWordsCopied(most: number): string {
  return `That is more than ${figured(most, 'piece')}, so only their words are copied.`
}

export function tooManyCopied(most: number): string {
  return `Up to ${figured(most, 'piece')} are copied at once. Select fewer of them.`
}

/** Null when everything that was pasted became notes as it was. */
export function pasteRemark(
  { over, cut, beside }: { over: boolean; cut: number; beside: boolean },
  most: number,
  longest: number,
): string | null {
  const remarks = [
    beside && 'The first column became notes; what stands beside it was left out.',
    over && `One paste makes up to ${figured(most, 'note')}; the rest was left out.`,
    cut > 0 &&
      `${figured(cut, 'note')} had more than ${longest} characters and ${cut === 1 ? 'was' : 'were'} cut there.`,
  ]
  return remarks.filter((remark) => remark !== false).join(' ') || null
}
