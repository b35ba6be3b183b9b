import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { encodeBoardFile } from './board-file.ts'
import { sqliteReader } from './sqlite-reader.ts'
import { sqliteWriter } from './sqlite-writer.ts'
import type { Answer, Question, ThreadSetup } from './sqlite-thread.ts'
import { faultFacts } from './storage-fault.ts'

/** How long after a commit with secrets the journal file is emptied, in milliseconds; longer while somebody reads it. */
const SCRUB_AFTER = 100
const SCRUB_AGAIN = 500

/** Fewer bytes than this are sooner copied than handed over. */
const BIG = 16_384

/** The entry of both threads: one connection, questions in turn. Nothing of it runs in the server's own thread. */
function serve(setup: ThreadSetup): (question: Question) => unknown {
  return setup.duty === 'write' ? serveWriter(setup.path) : serveReader(setup.path)
}

function serveWriter(path: string): (question: Question) => unknown {
  const writer = sqliteWriter(path)
  let scrubbing: NodeJS.Timeout | null = null

  function scrubSoon(pause = SCRUB_AFTER): void {
    scrubbing ??= setTimeout(() => {
      scrubbing = null
      if (!writer.scrub()) scrubSoon(SCRUB_AGAIN)
    }, pause)
  }

  return (question) => {
    switch (question.verb) {
      case 'keep': {
        const results = writer.keep(question.ask)
        scrubSoon()
        return results
      }
      case 'ready':
        return null
      case 'stop':
        if (scrubbing !== null) clearTimeout(scrubbing)
        return writer.close()
      default:
        throw new Error(`The writer does not answer ${question.verb}.`)
    }
  }
}

function serveReader(path: string): (question: Question) => unknown {
  const reader = sqliteReader(path)
  return (question) => {
    switch (question.verb) {
      case 'board':
        return reader.board(question.ask)
      case 'capability':
        return reader.capability(question.ask)
      case 'image':
        return reader.image(question.ask.board, question.ask.hash)
      case 'images':
        return reader.images(question.ask)
      case 'expiring':
        return reader.expiring()
      case 'hook':
        return reader.hook(question.ask)
      case 'waiting':
        return reader.waiting(question.ask)
      case 'deliveryBody':
        return reader.deliveryBody(question.ask.board, question.ask.delivery)
      case 'room':
        return reader.room(question.ask)
      case 'content':
        return reader.content(question.ask)
      case 'load':
        return reader.load(question.ask)
      case 'copy': {
        const board = reader.load(question.ask)
        return board === null ? null : encodeBoardFile(board)
      }
      case 'ready':
        return null
      case 'stop':
        return reader.close()
      default:
        throw new Error(`The reader does not answer ${question.verb}.`)
    }
  }
}

/** The big buffers in an answer: they change hands instead of being copied. */
function handedOver(value: unknown): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const look = (part: unknown): void => {
    if (part instanceof Uint8Array) {
      if (part.buffer instanceof ArrayBuffer && part.buffer.byteLength >= BIG) buffers.add(part.buffer)
    } else if (Array.isArray(part)) part.slice(0, 1).forEach(look)
    else if (isPlain(part)) Object.values(part).forEach(look)
  }
  look(value)
  return [...buffers]
}

const isPlain = (part: unknown): part is object =>
  typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype

function listen(port: MessagePort, setup: ThreadSetup): void {
  let answer: ((question: Question) => unknown) | null = null
  const reply = (message: Answer): void =>
    port.postMessage(message, 'value' in message ? handedOver(message.value) : [])
  port.on('message', (question: Question) => {
    const { number } = question
    try {
      if (answer === null && question.verb === 'stop') return reply({ number, value: null })
      // Opened at the first question, so that what is wrong with the file is an answer too.
      answer ??= serve(setup)
      reply({ number, value: answer(question) ?? null })
    } catch (error) {
      reply({ number, fault: faultFacts(error, null, 'down') })
    }
  })
}

if (parentPort !== null) listen(parentPort, workerData as ThreadSetup)
