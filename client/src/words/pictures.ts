import { frameWords } from './frame.ts'

/** Pictures of the board, to save and to paste elsewhere. */
export const pictureFileWords = {
  title: frameWords.savePicture,
  part: 'What is in it',
  parts: { all: 'Everything', seen: 'What I see', selected: 'What is selected', area: 'An area' },
  whichArea: 'Which area',
  untitledArea: 'Area',
  format: 'Kind of file',
  scale: 'Size',
  pages: 'Paper',
  onePage: 'One sheet',
  manyPages: 'A4 pages',
  bare: 'Without the wall behind it, for light slides',
  preview: 'How the picture will look',
  saved: 'The picture is on its way to your downloads.',
  copy: 'Copy as a picture',
  copied: 'The picture is on your clipboard.',
  notCopied: 'This browser gave no access to the clipboard. Save the picture instead.',
  notWritten: 'The picture could not be written. Your board is as it was. Try again in a moment.',
  offline: 'You are offline, and the PDF is written by the server. The other kinds work.',
  working: 'Drawing the picture',
  stop: 'Stop',
  stopped: 'The picture was not finished, and nothing was saved.',
  withoutImages: 'A picture on the board isn’t here yet, so its place stays empty.',
}

export const pictureFormatWords = {
  png: { label: 'PNG', note: 'for slides, mail and chat', save: 'Save the PNG' },
  svg: { label: 'SVG', note: 'sharp at every size', save: 'Save the SVG' },
  pdf: { label: 'PDF', note: 'for paper', save: 'Save the PDF' },
  html: {
    label: 'One file to keep',
    note: 'all of it, readable offline for ever',
    save: 'Save the file',
  },
} as const

export function pixelWords(width: number, height: number): string {
  return `${width} by ${height} pixels`
}

export function reducedWords(scale: number): string {
  const share = Math.max(1, Math.round(scale * 100))
  return `So large a picture opens nowhere: this one is drawn at ${share} % of the wall’s size. Choose a part of the board, or SVG or PDF.`
}
