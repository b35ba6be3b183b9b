import { parentPort, type MessagePort } from 'node:worker_threads'
import { drawPicture } from './draw-picture.ts'
import type { PictureAnswer, PictureJob } from './picture-job.ts'

/** The entry of a thread that draws one picture. */
function listen(port: MessagePort): void {
  port.once('message', (job: PictureJob) => {
    void answerTo(job).then((answer) => port.postMessage(answer))
  })
}

async function answerTo(job: PictureJob): Promise<PictureAnswer> {
  try {
    return { picture: await drawPicture(job) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

if (parentPort !== null) listen(parentPort)
