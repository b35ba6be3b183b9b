import { channelOrder, channels } from '@momentous/shared/domain/contact-type'
import { papers } from '@momentous/shared/domain/moment'
import { shapeKinds, type Shape, type ShapeKind, type TextSize, type Tint } from '@momentous/shared/domain/shape'
import { paperWords } from './papers.ts'

/** Free texts, areas, connectors and images: their tools, and what is said of them. */
export const shapeToolWords = {
  text: 'Free text',
  area: 'Area',
  connector: 'Connector',
}

/** What a shape's text field is called, and what stands in it while it is empty. */
export const shapeFieldWords = {
  text: { label: 'Free text', empty: 'Write …' },
  area: { label: 'Title of this area', empty: 'Title of this area' },
  connector: { label: 'Label of this connector', empty: 'Label' },
  image: { label: 'What this image shows, for those who can’t see it', empty: 'What does this image show?' },
}

/** Where an image stands, as long as it isn't there. */
export const imageWords = {
  loading: 'Loading …',
  missing: 'This picture isn’t here yet.',
  coming: 'On its way …',
  choose: 'Picture from a file',
  here: 'Picture here',
  broken: 'This picture is damaged: it can’t be read. Open it elsewhere and save it anew.',
  tooLarge: 'This picture is too large for this device. Make it smaller and bring it again.',
  heic: 'This browser can’t read HEIC photographs. Save it as a JPEG and bring that.',
  svg: 'A drawing in SVG may hold a program, so it stays outside. Save it as a PNG and bring that.',
  noPicture: 'This is no picture. Pictures are PNG, JPEG, WebP or GIF files.',
  notSent: 'The picture could not be sent. Bring it again when you are connected.',
  waits: 'You are offline. The picture is kept on this device and goes up when you are back.',
  wentUp: (count: number) =>
    count === 1
      ? 'The picture that waited is on the board now.'
      : `${count} pictures that waited are on the board now.`,
  refusedLater: (reason: string) => `A picture that waited could not go up. ${reason}`,
  tooMany: (count: number) => `Twelve pictures at a time: ${count} of these were left out.`,
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
