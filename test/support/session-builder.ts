import { randomBytes } from 'node:crypto'
import type { Phase } from '@momentous/shared/domain/phase'
import type { Role } from '@momentous/shared/domain/role'
import * as Y from 'yjs'
import { ask } from './ask.ts'
import { rawClient, type RawClient, type RawOptions } from './raw-client.ts'

export interface Seat {
  readonly id: string
  readonly token: string
}

/** A board on a live server, and everything that a test does to it from outside. */
export interface TestSession {
  readonly origin: string
  readonly board: string
  readonly tokens: Readonly<Record<Role, string>>
  /** What somebody is given to come in by; behind another address, if one is named. */
  link(role: Role, behind?: string): string
  sit(role: Role, name: string): Promise<Seat>
  /** A raw client that has the board. */
  join(token: string, options?: RawOptions): Promise<RawClient>
  /** A command over HTTP: its status and answer. */
  command(token: string, name: string, args?: unknown, id?: string): Promise<{ status: number; body: unknown }>
  /** The same, and it must be done. */
  done(token: string, name: string, args?: unknown): Promise<void>
  /** Moves everybody there, by the facilitator's link; what has to be there first is put there. */
  go(to: Phase): Promise<void>
  content(token?: string): Promise<ReturnType<typeof JSON.parse>>
}

export interface SessionWishes {
  readonly template?: string
  readonly why?: string
}

export async function buildSession(origin: string, wishes: SessionWishes = {}): Promise<TestSession> {
  const { json: made } = await ask(origin, 'POST', '/api/boards', null, {
    title: 'The practice',
    why: 'Patients leave and nobody knows why',
    template: 'dentist',
    ...wishes,
  })
  return sessionOf(origin, made.id, made.tokens)
}

/** The same board behind another address: after a restart. */
export function sessionOf(origin: string, board: string, tokens: TestSession['tokens']): TestSession {
  const path = `/api/boards/${board}`
  const command: TestSession['command'] = async (token, name, args = {}, id = newCommandId()) => {
    const { status, json } = await ask(origin, 'POST', `${path}/commands`, token, { name, args, id })
    return { status, body: json }
  }
  const done: TestSession['done'] = async (token, name, args) => {
    const { status, body } = await command(token, name, args)
    if (status !== 200) throw new Error(`${name} was answered with ${status}: ${JSON.stringify(body)}`)
  }
  const content: TestSession['content'] = async (token = tokens.facilitator) =>
    (await ask(origin, 'GET', path, token)).json.board
  return {
    origin,
    board,
    tokens,
    link: (role, behind = origin) => `${behind}/b/${board}#${tokens[role]}`,
    command,
    done,
    content,
    async sit(role, name) {
      const { status, json } = await ask(origin, 'POST', `${path}/seats`, tokens[role], { name })
      if (status !== 201) throw new Error(`No seat: ${JSON.stringify(json)}`)
      return { id: json.seat.id, token: json.token }
    },
    async join(token, options) {
      const client = rawClient(origin, board, token, options)
      await client.until((doc) => doc.getMap('session').has('phase'), 'the board')
      return client
    },
    async go(to) {
      if (['assess', 'ideas', 'decide', 'plan'].includes(to)) await shortlist({ tokens, done, content })
      await done(tokens.facilitator, 'move-phase', { to })
    },
  }
}

/** Goes through Choose with a closed vote and the first three moments as priorities, unless there is a shortlist. */
async function shortlist({ tokens, done, content }: Pick<TestSession, 'tokens' | 'done' | 'content'>): Promise<void> {
  const before = await content()
  if (before.session.shortlist !== null) return
  await done(tokens.facilitator, 'move-phase', { to: 'choose' })
  await done(tokens.facilitator, 'close-vote')
  await settled(content)
  const moments = before.moments.slice(0, 3).map(({ id }: { id: string }) => id)
  await done(tokens.facilitator, 'settle-shortlist', { moments })
}

/** Waits until nothing is announced any more. */
export async function settled(content: TestSession['content']): Promise<void> {
  while ((await content()).session.closing !== null) await new Promise((resolve) => setTimeout(resolve, 100))
}

export const newCommandId = (): string => randomBytes(12).toString('hex')
export const newRecordId = (): string => randomBytes(9).toString('hex')

/** Writes a moment the way a client does: the record with its texts, in one transaction. */
export function addMoment(doc: Y.Doc, id: string, text: string, values: Record<string, unknown> = {}): void {
  const raw = new Y.Map<unknown>()
  raw.set('text', new Y.Text(text))
  raw.set('order', 'a0')
  for (const [key, value] of Object.entries(values)) raw.set(key, value)
  doc.getMap('moments').set(id, raw)
}

export function addRecord(doc: Y.Doc, root: string, id: string, values: Record<string, unknown>): void {
  doc.getMap(root).set(id, new Y.Map(Object.entries(values)))
}

export function addStroke(doc: Y.Doc, id: string): void {
  const raw = new Y.Map<unknown>()
  raw.set('points', [0, 0, 0.5, 10, 10, 0.5])
  doc.getMap('ink').set(id, raw)
}

export const momentsIn = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('moments')
