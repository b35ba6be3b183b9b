import { channelOrder, channels, type Channel } from './contact-type.ts'
import type { Paper } from './moment.ts'

/** A pen draws ink; a type pen drawn on a note also sets its contact type; a highlighter takes a note paper's colour. */
export interface Pen {
  readonly label: string
  /** Design token without the leading dashes. */
  readonly colour: string
  readonly type: Channel | null
  /** Multiplies the chosen width. */
  readonly scale: number
  readonly opacity: number
}

const typePens = Object.fromEntries(
  channelOrder.map((id) => [
    id,
    { label: channels[id].label, colour: `ch-${channels[id].token}`, type: id, scale: 1, opacity: 1 },
  ]),
) as Record<Channel, Pen>

const highlighter = (paper: Paper): Pen => ({
  label: `Highlighter, ${paper}`,
  colour: `note-${paper}`,
  type: null,
  scale: 6,
  opacity: 0.7,
})

/** The registry: add a pen with one line. */
export const pens = {
  ink: { label: 'Ink', colour: 'ink', type: null, scale: 1, opacity: 1 },
  ...typePens,
  'highlighter-butter': highlighter('butter'),
  'highlighter-rose': highlighter('rose'),
  'highlighter-mint': highlighter('mint'),
} as const satisfies Record<string, Pen>
export type PenId = keyof typeof pens
export const penOrder = Object.keys(pens) as readonly PenId[]

export const penWidths = [2, 4, 8] as const
export type PenWidth = (typeof penWidths)[number]
