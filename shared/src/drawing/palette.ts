import { rankingOrder, type Ranking } from '../domain/assessment.ts'
import { channelOrder, channels, isOwnChannel, type Channel, type ChannelId } from '../domain/contact-type.ts'
import { papers, type Paper } from '../domain/moment.ts'
import { mix } from './mix.ts'

/** A filled shape and what lies on it. */
export interface Fill {
  readonly fill: string
  readonly on: string
}

export interface NoteColours {
  readonly papers: Readonly<Record<Paper, string>>
  readonly types: Readonly<Record<Channel, Fill>>
  readonly ownType: Fill
  readonly rankings: Readonly<Record<Ranking, Fill>>
  readonly ink: string
  readonly ink2: string
  readonly bars: string
  readonly edge: string
  readonly shade: string
}

/** The design tokens as a picture of the wall needs them: read once per theme, never while painting. */
export interface Palette {
  readonly paper: string
  readonly surface: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly hairline: string
  readonly edge: string
  readonly accent: string
  readonly accentSoft: string
  readonly onAccent: string
  readonly warn: string
  readonly neutralLine: string
  readonly note: NoteColours
  /** Notes that were not chosen, mixed towards the wall (mixed, not transparent: text stays readable). */
  readonly faded: NoteColours
  readonly dark: boolean
  /** Any token, for pens. */
  token(name: string): string
}

const FADE = 0.25

export function typeFill(id: ChannelId, colours: NoteColours): Fill {
  return isOwnChannel(id) ? colours.ownType : colours.types[id]
}

function record<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>
}

/** The colours of a picture out of the design tokens. */
export function paletteOf(token: (name: string) => string, dark: boolean): Palette {
  const wall = token('paper')
  const noteColours = (tint: (colour: string) => string): NoteColours => ({
    papers: record(papers, (paper) => tint(token(`note-${paper}`))),
    types: record(channelOrder, (id) => ({
      fill: tint(token(`ch-${channels[id].token}`)),
      on: token(`on-${channels[id].token}`),
    })),
    ownType: { fill: tint(token('ch-none')), on: token('surface') },
    rankings: record(rankingOrder, (ranking) => ({ fill: tint(token(`rank-${ranking}`)), on: token(`on-${ranking}`) })),
    ink: tint(token('note-ink')),
    ink2: tint(token('note-ink-2')),
    bars: mix(token('note-ink'), token('note-butter'), 0.55),
    edge: token('note-edge'),
    shade: token('note-shade'),
  })
  return {
    paper: wall,
    surface: token('surface'),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    hairline: token('hairline'),
    edge: token('edge'),
    accent: token('accent'),
    accentSoft: token('accent-soft'),
    onAccent: token('on-accent'),
    warn: token('warn'),
    neutralLine: token('rank-neutral-line'),
    note: noteColours((colour) => colour),
    faded: noteColours((colour) => mix(colour, wall, FADE)),
    dark,
    token,
  }
}
