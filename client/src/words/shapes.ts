import { channelOrder, channels } from '@momentous/shared/domain/contact-type'
import { papers } from '@momentous/shared/domain/moment'
import { shapeKinds, type Shape, type ShapeKind, type TextSize, type Tint } from '@momentous/shared/domain/shape'
import { paperWords } from './papers.ts'

/** What a shape's text field is called, and what stands in it while it is empty. */
export const shapeFieldWords = {
  text: { label: 'Free text', empty: 'Write …' },
  area: { label: 'Title of this area', empty: 'Title of this area' },
  connector: { label: 'Label of this connector', empty: 'Label' },
  image: { label: 'What this image shows, for those who can’t see it', empty: 'What does this image show?' },
}

/** The list of what is on the wall besides the moments. */
export const alsoWords = {
  title: 'Also on the wall',
  locked: 'Locked.',
}

const unnamed: Readonly<Record<ShapeKind, string>> = {
  text: 'Free text in which nothing is written',
  area: 'Area without a title',
  connector: 'Connector',
  image: 'Image of which nobody says what it shows',
}

/** "Area: Before the visit", "Image of which nobody says what it shows". */
export function shapeName({ kind, words }: Pick<Shape, 'kind' | 'words'>): string {
  const said = words.trim()
  return said === '' ? unnamed[kind] : `${shapeKinds[kind].label}: ${said}`
}

/** "Connector: calls back, from “Phones to book a visit” to “Walks in”". */
export function connectorName(shape: Pick<Shape, 'kind' | 'words'>, from: string | null, to: string | null): string {
  const ends = [from !== null && `from “${from}”`, to !== null && `to “${to}”`].filter((end) => end !== false)
  const name = shapeName(shape)
  if (ends.length === 0) return name
  return shape.words.trim() === '' ? `${name} ${ends.join(' ')}` : `${name}, ${ends.join(' ')}`
}

/** What can be done with a shape. */
export const shapeVerbWords = {
  row: 'What to do with it',
  words: {
    text: 'Change the words',
    area: 'Change the title',
    connector: 'Change the label',
    image: 'Say what it shows',
  },
  tint: 'Colour',
  lockOrUnlock: 'Lock or unlock the shape',
  lock: 'Lock',
  unlock: 'Unlock',
  locked: 'It is locked. Unlock it first.',
  remove: 'Put it in the bin',
}

/** What a press makes of a free text. */
export const textSizeWords: Readonly<Record<TextSize, string>> = {
  s: 'Write it small',
  m: 'Write it in the usual size',
  l: 'Write it large',
}

export function nameOfTint(tint: Tint): string {
  if (tint === 'ink') return 'Ink'
  const paper = papers.find((each) => each === tint)
  if (paper !== undefined) return paperWords[paper]
  const channel = channelOrder.find((each) => each === tint)
  return channel === undefined ? tint : channels[channel].label
}

/** Connectors by key, and how one gets to them. */
export const connectorWords = {
  beginHere: 'Begin the connector at what is selected',
  freeFrom: 'Let the connector’s beginning go',
  freeTo: 'Let the connector’s end go',
  selectFirst: 'Select a connector first.',
  free: 'It holds on to nothing there.',
  nextShape: 'Select the next thing besides the notes',
  shapeBefore: 'Select the thing before, besides the notes',
  noShapes: 'There is nothing on the wall besides the notes.',
}
