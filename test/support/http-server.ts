import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, onTestFinished, vi } from 'vitest'
import type { Config } from '../../server/src/config.ts'
import type { Patience } from '../../server/src/http/app.ts'
import { createRooms } from '../../server/src/rooms/rooms.ts'
import { serve, type Parts } from '../../server/src/serve.ts'
import { ask, type Answer } from './ask.ts'
import { plainConfig } from './plain-config.ts'
import { standInRooms, type StandInRooms } from './stand-in-rooms.ts'
import { tempFolder } from './temp-folder.ts'

// A whole server with its database needs more than a moment on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

export interface HttpServer {
  readonly origin: string
  readonly port: number
  /** Every line that was logged so far. */
  readonly logged: string[]
  ask(method: string, path: string, token?: string | null, body?: unknown): Promise<Answer>
  /** As the test's end does. */
  stop(): Promise<void>
  /** A new board, its address and its tokens. */
  board(
    facts?: object,
  ): Promise<{ id: string; path: string; tokens: Record<'facilitator' | 'participant' | 'observer', string> }>
}

/** The real server on a free port, with SQLite in a folder of the test and a client of two files. */
export async function httpServer(
  config: Partial<Config> = {},
  makeRooms: Parts['createRooms'] = createRooms,
  patience?: Patience,
): Promise<HttpServer> {
  const server = await startHttpServer(tempFolder(), config, makeRooms, patience)
  onTestFinished(server.stop)
  return server
}

/** One server for all tests of a file, each with a board of its own: gone with the last of them. */
export function sharedHttpServer(): () => HttpServer {
  let running: HttpServer | null = null
  const folder = mkdtempSync(join(tmpdir(), 'momentous-'))
  beforeAll(async () => {
    running = await startHttpServer(folder)
  })
  afterAll(async () => {
    await running?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    if (running === null) throw new Error('The server has not been started yet.')
    return running
  }
}

async function startHttpServer(
  folder: string,
  config: Partial<Config> = {},
  makeRooms: Parts['createRooms'] = createRooms,
  patience?: Patience,
): Promise<HttpServer> {
  const client = join(folder, 'client')
  mkdirSync(join(client, 'assets'), { recursive: true })
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Momentous</title>')
  writeFileSync(join(client, 'assets', 'app-1a2b3c.js'), 'export {}')
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const running = await serve(
    { ...plainConfig(join(folder, 'data'), 'debug'), ...config },
    { log, client, createRooms: makeRooms, ...(patience === undefined ? {} : { patience }) },
  )
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => (stopped ??= running.stop())
  return { ...asking(`http://127.0.0.1:${running.port}`), port: running.port, logged, stop }
}

/** The same with rooms that only stand in: they answer as the test tells them. */
export async function httpWithStandIn(config: Partial<Config> = {}): Promise<HttpServer & { rooms: StandInRooms }> {
  let rooms: StandInRooms | null = null
  const server = await httpServer(config, (world) => (rooms = standInRooms(world)))
  if (rooms === null) throw new Error('The server has no rooms.')
  return { ...server, rooms }
}

function asking(origin: string): Pick<HttpServer, 'origin' | 'ask' | 'board'> {
  const asked: HttpServer['ask'] = (method, path, token, body) => ask(origin, method, path, token, body)
  return {
    origin,
    ask: asked,
    async board(facts = {}) {
      const { json } = await asked('POST', '/api/boards', null, { title: 'The shop', why: 'Customers frown', ...facts })
      return { id: json.id, tokens: json.tokens, path: `/api/boards/${json.id}` }
    },
  }
}
