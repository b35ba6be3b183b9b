import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { channelOrder } from '@momentous/shared/domain/contact-type'
import { sampleBoard, sampleMoment } from './board-sample.ts'

/** A long line of notes, each with words of its own. */
export function manyNotes(count: number): BoardSnapshot {
  return sampleBoard({
    moments: Array.from({ length: count }, (_, at) =>
      sampleMoment(at + 1, {
        text: `Contact ${at + 1}: what the customer met, and how long it took`,
        channel: channelOrder[at % channelOrder.length] ?? null,
      }),
    ),
  })
}
