import type { BoardId } from '@momentous/shared/domain/id'
import type { FastifyReply } from 'fastify'
import type { DeskAsker, PictureFile, PictureFiles } from '../exports/desk.ts'
import { kindOfImage } from './image-kind.ts'
import type { Services } from './services.ts'

/** Whoever waits for this answer, and brings the board's pictures. */
export function askerAtDesk(services: Services, board: BoardId, { raw }: FastifyReply): DeskAsker {
  const leaving = new AbortController()
  if (raw.destroyed) leaving.abort()
  // After the answer it is too late to give anything up.
  raw.once('close', () => leaving.abort())
  return { images: (hashes) => imagesOf(services, board, hashes), leaving: leaving.signal }
}

/** The files of these pictures; what isn't there is left out. */
async function imagesOf({ storage }: Services, id: BoardId, hashes: readonly string[]): Promise<PictureFiles> {
  const files = new Map<string, PictureFile>()
  for (const hash of hashes) {
    const bytes = await storage.image(id, hash)
    const mediaType = bytes === null ? null : kindOfImage(bytes)
    if (bytes !== null && mediaType !== null) files.set(hash, { mediaType, bytes })
  }
  return files
}
