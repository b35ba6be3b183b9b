import { keptInput } from '@momentous/shared/exports/board-html'
import type { RedactedBoard } from '@momentous/shared/exports/redact'
import { parentPort } from 'node:worker_threads'
import { workAtDesk } from './desk-work.ts'
import { drawPicture } from './draw-picture.ts'
import type { PictureWish, TitledPicture } from './picture-job.ts'

function imagesOn({ shapes }: RedactedBoard): readonly string[] {
  return [...new Set(shapes.flatMap((shape) => (shape.kind === 'image' && !shape.removed ? shape.image.hash : [])))]
}

/** The entry of a thread that draws one picture. */
if (parentPort !== null) {
  workAtDesk<PictureWish, TitledPicture>(parentPort, {
    needs: imagesOn,
    async make({ board: id, content: _, role: __, now, ...wish }, board, images) {
      const picture = await drawPicture({ ...wish, images, input: keptInput(id, board, now) })
      return { ...picture, title: board.session.title }
    },
  })
}
