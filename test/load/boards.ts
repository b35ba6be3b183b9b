import type { Role } from '@momentous/shared/domain/role'
import { ask } from '../support/ask.ts'

/** A board as its facilitator made it, open for notes. */
export interface LoadBoard {
  readonly id: string
  readonly tokens: Readonly<Record<Role, string>>
  /** The address that all its people sit behind. */
  readonly from: string
}

/** Each workshop sits behind an address of its own. */
export const addressOfWorkshop = (number: number): string => `10.0.${number >> 8}.${number & 255}`

/** Makes a board by the API, and opens the wall. */
export async function makeBoard(origin: string, from: string): Promise<LoadBoard> {
  const wishes = { title: 'A measured session', why: 'To know what it costs', template: 'empty' }
  const { id, tokens } = (await say(origin, from, null, '/api/boards', wishes)) as Omit<LoadBoard, 'from'>
  const board = { id, tokens, from }
  const { token } = await takeSeat(origin, board, 'facilitator', 'Fay')
  await say(origin, from, token, `/api/boards/${id}/commands`, { name: 'move-phase', args: { to: 'post' } })
  return board
}

export async function takeSeat(
  origin: string,
  { id, tokens, from }: LoadBoard,
  role: Role,
  name: string,
): Promise<{ readonly token: string }> {
  return (await say(origin, from, tokens[role], `/api/boards/${id}/seats`, { name })) as { token: string }
}

/** The tokens of so many people who come in beside each other. */
export async function takeSeats(origin: string, board: LoadBoard, count: number): Promise<readonly string[]> {
  const tokens: string[] = []
  for (let at = 0; at < count; at += 20) {
    const some = Array.from({ length: Math.min(20, count - at) }, (_, index) =>
      takeSeat(origin, board, 'participant', `Person ${at + index + 1}`),
    )
    for (const { token } of await Promise.all(some)) tokens.push(token)
  }
  return tokens
}

async function say(origin: string, from: string, token: string | null, path: string, body: unknown): Promise<unknown> {
  const { status, text, json } = await ask(origin, 'POST', path, token, body, { 'x-forwarded-for': from })
  if (status >= 300) throw new Error(`${path.replace(/[\w-]{10,}/, '…')} was answered with ${status}: ${text}`)
  return json
}
