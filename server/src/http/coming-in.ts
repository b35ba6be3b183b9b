import { Unreadable } from '@momentous/shared/imports/unreadable'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Busy, type Asker } from '../imports/reading-thread.ts'
import { authorize } from './authorize.ts'
import { read } from './reading.ts'
import { Refusal, refusals } from './refusal.ts'
import type { Services } from './services.ts'

/** So many files of a kind are taken in at once, and of one address; each lies in memory until it is answered. */
const COMING_IN = 6
const COMING_IN_EACH = 2

/**
 * Asked before a body is read, and of each kind of file by itself: a new board may come from anybody, and is not to keep
 * those out who have a link.
 */
export function places(): (request: FastifyRequest, reply: FastifyReply) => void {
  const comingIn = new Map<FastifyReply, string>()
  return ({ ip }, reply) => {
    const own = Array.from(comingIn.values()).filter((each) => each === ip)
    if (comingIn.size >= COMING_IN || own.length >= COMING_IN_EACH) throw busy()
    // Whoever left while the link was asked for never leaves again.
    if (reply.raw.destroyed) throw busy()
    comingIn.set(reply, ip)
    // Of the answer: the request's own end comes as soon as its body was read.
    reply.raw.once('close', () => comingIn.delete(reply))
  }
}

/** Nobody without a link is worth a place; while the body comes in, a link can be closed, so it is asked again then. */
export function placesWithLink(services: Services) {
  const place = places()
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await authorize(services, request)
    place(request, reply)
  }
}

export const askerOf = (whose: string, { raw }: FastifyReply): Asker => ({ whose, gone: () => raw.destroyed })

const busy = () => new Refusal(503, 'busy', 'Several files are being read now. Try again in a moment.')

export function bytesOf({ body }: FastifyRequest): Uint8Array {
  return read(v.instance(Buffer, 'Send the file itself, with its content type.'), body)
}

/** What the thread says of a file, or why it can't. */
export async function told<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Unreadable) throw refusals.unfit(error.message)
    throw error instanceof Busy ? busy() : error
  }
}
