import { channels, isOwnChannel, type ChannelId } from '@momentous/shared/domain/contact-type'
import type { GroupId } from '@momentous/shared/domain/id'
import type { Moment, Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { End, Shape } from '@momentous/shared/domain/shape'
import type { Stroke } from '@momentous/shared/domain/stroke'
import { CLIP_MAX, htmlOf, type Clip } from '../model/clip.ts'
import { centre } from '@momentous/shared/scene/geometry'
import { compareLying } from '@momentous/shared/scene/piece-scene'
import { onlyWordsCopied } from '../words/clipboard.ts'
import type { Bench } from './bench.ts'
import { chosenMoments } from './chosen-moments.ts'

/** What goes to the clipboard, for whoever reads it: this program, one that knows tables, or one that knows text. */
export interface Copied {
  readonly html: string
  readonly plain: string
}

/** The selected pieces; null when none is. */
export function copyPieces(bench: Bench): Copied | null {
  const { wall, selection } = bench
  const chosen = [...selection.pieces()]
  if (chosen.length === 0) return null
  const moments = chosenMoments(bench)
  const shapes = chosen.flatMap((id) => wall.shape(id) ?? [])
  const rows = [
    ...moments.map(({ text, channel }) => [oneLine(text), channelName(channel, bench) ?? '']),
    ...shapes.flatMap(({ words }) => (words.trim() === '' ? [] : [[oneLine(words), '']])),
  ]
  const typed = rows.some(([, type]) => type !== '')
  const told = rows.map(([text = '', type = '']) => (typed ? [text, type] : [text]))
  const clip = clipOfSelected(bench)
  if (clip === null) wall.say(onlyWordsCopied(CLIP_MAX))
  const html = htmlOf(told, clip)
  return { html, plain: told.map((row) => row.join('\t')).join('\n') }
}

/** The selected pieces as they would be pasted; null when they are too many. */
export function clipOfSelected(bench: Bench): Clip | null {
  const { wall, selection } = bench
  const chosen = [...selection.pieces()]
  if (chosen.length > CLIP_MAX) return null
  const shapes = chosen.flatMap((id) => wall.shape(id) ?? [])
  const strokes = chosen.flatMap((id) => wall.stroke(id) ?? [])
  return clipped(chosenMoments(bench), shapes, strokes, bench)
}

const oneLine = (words: string) => words.trim().replace(/\s+/gu, ' ')
const copyOf = ([x, y, w, h]: Place): [number, number, number, number] => [x, y, w, h]

function channelName(channel: ChannelId | null, { wall }: Bench): string | null {
  if (channel === null) return null
  if (!isOwnChannel(channel)) return channels[channel].label
  return wall.session().channels.find(({ id }) => id === channel)?.label ?? null
}

function clipped(moments: readonly Moment[], shapes: readonly Shape[], strokes: readonly Stroke[], bench: Bench): Clip {
  const lying = lyingOf([...moments, ...shapes, ...strokes], bench)
  return {
    version: 1,
    moments: moments.map(({ id, text, place, paper, channel, setting, kind, seconds, serves, group }) => ({
      ...{ id, text, paper, channel, setting, kind, seconds, serves, group },
      place: place && copyOf(place),
      channelName: channelName(channel, bench),
    })),
    shapes: shapes.map((shape) => clippedShape(shape, bench)),
    strokes: strokes.map(({ id, pen, width, points, moved, group }) => ({
      ...{ id, pen, width, group },
      points: points.map((value, at) => (at % 3 === 2 ? value : value + (moved[at % 3] ?? 0))),
    })),
    ...(lying !== null && { lying }),
  }
}

/** How they lie, from back to front; null where all of them lie by themselves. */
function lyingOf(pieces: readonly (Moment | Shape | Stroke)[], { scene }: Bench): PieceId[] | null {
  if (pieces.every(({ z }) => z === null)) return null
  const painted = pieces.flatMap(({ id }) => scene.piece(id) ?? [])
  return painted.toSorted(compareLying).map(({ id }) => id)
}

function clippedShape(shape: Shape, bench: Bench): Clip['shapes'][number] {
  const { id, words, tint, group } = shape
  const common: { id: typeof id; words: string; tint: typeof tint; group: GroupId | null } = { id, words, tint, group }
  switch (shape.kind) {
    case 'text':
      return { ...common, kind: shape.kind, place: copyOf(shape.place), size: shape.size }
    case 'area':
      return { ...common, kind: shape.kind, place: copyOf(shape.place) }
    case 'image':
      return { ...common, kind: shape.kind, place: copyOf(shape.place), image: shape.image }
    case 'connector':
      return { ...common, kind: shape.kind, from: loosened(shape.from, bench), to: loosened(shape.to, bench) }
  }
}

/** What isn't copied with it can't be held on to: that end stays where it is. */
function loosened(end: End, { selection, scene }: Bench): End {
  if ('point' in end || selection.has(end.at)) return end
  const rect = scene.piece(end.at)?.rect
  const { x, y } = rect ? centre(rect) : { x: 0, y: 0 }
  return { point: [x, y] }
}
