import type { BoardId } from '@momentous/shared/domain/id'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/** A link as people pass it on. The token sits in the fragment, which no browser sends to any server. */
export function linkTo({ publicUrl }: Config, request: FastifyRequest, board: BoardId, token: string): string {
  return `${publicUrl ?? `${request.protocol}://${request.host}`}/b/${board}#${token}`
}
