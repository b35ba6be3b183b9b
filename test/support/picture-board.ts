import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { channelOrder } from '@momentous/shared/domain/contact-type'
import type { ShapeId, StageId, StrokeId } from '@momentous/shared/domain/id'
import { papers } from '@momentous/shared/domain/moment'
import type { Shape } from '@momentous/shared/domain/shape'
import { momentId, sampleBoard, sampleGrade, sampleIdea, sampleMoment, sampleSession } from './board-sample.ts'

/** What has to fit, and what has to be read from the right. */
const words = [
  'The phone rings for a long time before anybody answers',
  'Reception greets the patient by name & offers “water” <b>now</b>',
  'A very long story of a waiting room that was full, of a chair that was broken, of a magazine from the year before last, and of somebody who said nothing for twenty minutes although it was their turn',
  'שלום עולם, המטופל מחכה (10 דקות)',
  'مرحبا بكم في العيادة',
  '患者さんは待合室で待ちます。椅子は五つあります。',
  'Emoji 🙂 and a family 👩‍👩‍👧, a flag 🇳🇱',
  'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
  'Short',
  'See https://example.org/a/long/address?with=query for more',
]

const plain = { words: '', tint: 'ink', locked: false, removed: false, group: null, z: null } as const
const shapeId = (n: number) => `shape-${String(n).padStart(6, '0')}` as ShapeId

const shapes: readonly Shape[] = [
  { ...plain, id: shapeId(1), kind: 'area', place: [-120, -330, 420, 260], tint: 'mint', words: 'Arriving <here>' },
  { ...plain, id: shapeId(2), kind: 'area', place: [420, -330, 300, 260], words: 'Plain area' },
  { ...plain, id: shapeId(3), kind: 'text', place: [-100, 480, 300, 40], size: 'l', words: 'Large words' },
  {
    ...plain,
    id: shapeId(4),
    kind: 'text',
    place: [240, 480, 220, 40],
    size: 's',
    tint: 'rose',
    words: 'On a strip\nof paper',
  },
  {
    ...plain,
    id: shapeId(5),
    kind: 'text',
    place: [500, 480, 260, 40],
    size: 'm',
    tint: 'phone',
    words: 'مرحبا in colour',
  },
  {
    ...{ ...plain, id: shapeId(6), kind: 'connector', tint: 'email', words: 'leads to' },
    ...{ from: { at: momentId(1) }, to: { at: momentId(6) } },
  },
  { ...plain, id: shapeId(7), kind: 'connector', from: { point: [780, 420] }, to: { point: [960, 520] } },
  {
    ...{ ...plain, id: shapeId(8), kind: 'image', place: [820, 420, 160, 120] },
    image: { hash: 'ab'.repeat(32), w: 320, h: 240 },
  },
]

const wave = (pressure: (share: number) => number) =>
  Array.from({ length: 60 }, (_, at) => [at * 4, 30 * Math.sin(at / 6), pressure(at / 59)]).flat()

const unmoved = { group: null, z: null } as const

/** A board with every kind of piece, and words that are hard to fit. */
export function pictureBoard(facts: Partial<BoardSnapshot> = {}): BoardSnapshot {
  const moments = words.map((text, at) =>
    sampleMoment(at + 1, {
      text,
      paper: papers[at % papers.length] ?? 'plain',
      channel: at % 3 === 2 ? null : (channelOrder[at % channelOrder.length] ?? null),
      setting: at % 3 === 0 ? 'one-to-one' : null,
      locked: at === 3,
      place: at === 8 ? [1000, -420, 200, 120] : null,
    }),
  )
  const behind = sampleMoment(20, { kind: 'invisible', text: 'The booking system', serves: momentId(3) })
  const under = sampleMoment(21, { stackedOn: momentId(5), text: 'Lies under another' })
  return sampleBoard({
    session: sampleSession({
      vote: { state: 'closed', round: 1, ballots: 5, totals: { [momentId(2)]: 5, [momentId(3)]: 3, [momentId(5)]: 4 } },
      shortlist: { moments: [momentId(2), momentId(3), momentId(5)], reason: '' },
    }),
    moments: [...moments, behind, under],
    grades: [
      sampleGrade(2, { settled: 'miserable' }),
      sampleGrade(3, { settled: 'neutral' }),
      sampleGrade(5, { settled: 'magical' }),
    ],
    ideas: [sampleIdea(1, { moment: momentId(3) }), sampleIdea(2, { moment: momentId(3) })],
    ink: [
      {
        id: 'stroke-1' as StrokeId,
        pen: 'ink',
        width: 4,
        points: wave((share) => share),
        moved: [-100, 600],
        ...unmoved,
      },
      { id: 'stroke-2' as StrokeId, pen: 'face', width: 2, points: wave(() => 0.5), moved: [200, 600], ...unmoved },
      {
        ...{ id: 'stroke-3' as StrokeId, pen: 'highlighter-butter', width: 4, points: wave(() => 0.5) },
        ...{ moved: [-80, -110], ...unmoved },
      },
      { id: 'stroke-4' as StrokeId, pen: 'phone', width: 8, points: [0, 0, 0.5], moved: [500, 600], ...unmoved },
    ],
    shapes,
    stages: [
      { id: 'stage-1' as StageId, title: 'Before the visit', order: 'a0000V', removed: false },
      { id: 'stage-2' as StageId, title: 'In the waiting room', order: 'a0003l', removed: false },
    ],
    ...facts,
  })
}
