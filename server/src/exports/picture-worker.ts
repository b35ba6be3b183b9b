import { openBoard } from '@momentous/shared/board/board'
import { snapshot } from '@momentous/shared/board/read'
import { keptInput } from '@momentous/shared/exports/board-html'
import { redact, type RedactedBoard } from '@momentous/shared/exports/redact'
import { parentPort, type MessagePort } from 'node:worker_threads'
import * as Y from 'yjs'
import { hasPending } from '../rooms/document/pending.ts'
import { drawPicture } from './draw-picture.ts'
import type { PictureAnswer, PictureJob, PictureWish } from './picture-job.ts'

/** The entry of a thread that draws one picture. It reads the board itself, so that nobody else has to wait for that. */
function listen(port: MessagePort): void {
  port.once('message', (wish: PictureWish) => {
    const tell = (answer: PictureAnswer) => port.postMessage(answer)
    const board = boardOf(wish)
    if (board === null) return tell({ problem: 'A part of this board is missing.', damaged: true })
    port.once('message', (images: PictureJob['images']) => void answerTo(wish, board, images).then(tell))
    return tell({ needs: imagesOn(board) })
  })
}

/** What whoever asks may see of it; null where it can't be read. */
function boardOf({ content, role }: PictureWish): RedactedBoard | null {
  const doc = new Y.Doc()
  try {
    for (const update of [...(content.snapshot === null ? [] : [content.snapshot.whole]), ...content.updates])
      Y.applyUpdate(doc, update)
    return hasPending(doc) ? null : redact(snapshot(openBoard(doc)), role)
  } catch {
    return null
  } finally {
    doc.destroy()
  }
}

function imagesOn({ shapes }: RedactedBoard): readonly string[] {
  return [...new Set(shapes.flatMap((shape) => (shape.kind === 'image' && !shape.removed ? shape.image.hash : [])))]
}

async function answerTo(
  { board: id, content: _, role: __, now, ...wish }: PictureWish,
  board: RedactedBoard,
  images: PictureJob['images'],
): Promise<PictureAnswer> {
  try {
    const picture = await drawPicture({ ...wish, images, input: keptInput(id, board, now) })
    return { picture: { ...picture, title: board.session.title } }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error), damaged: false }
  }
}

if (parentPort !== null) listen(parentPort)
