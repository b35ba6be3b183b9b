import type { Delivery } from '@momentous/shared/domain/delivery'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished, vi } from 'vitest'
import { realAfter } from '../../server/src/alarm.ts'
import { createRooms } from '../../server/src/rooms/rooms.ts'
import { serve } from '../../server/src/serve.ts'
import type { Reach } from '../../server/src/webhooks/reach.ts'
import type { Resolve } from '../../server/src/webhooks/resolve.ts'
import { ask, type Answer } from './ask.ts'
import { plainConfig } from './plain-config.ts'
import { buildSession, type TestSession } from './session-builder.ts'
import { tempFolder } from './temp-folder.ts'

vi.setConfig({ testTimeout: 20_000 })

export interface TellingServer {
  readonly origin: string
  readonly data: string
  readonly logged: readonly string[]
  stop(): Promise<void>
}

/** A whole server whose boards may tell others; what can be taken back for five seconds can here for a quarter of one. */
export async function tellingServer(webhooks: Reach, resolve?: Resolve): Promise<TellingServer> {
  const folder = tempFolder()
  const data = join(folder, 'data')
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const running = await serve(
    { ...plainConfig(data, 'debug'), webhooks },
    {
      log,
      client: folder,
      createRooms: (world) => createRooms({ ...world, after: (ms, work) => realAfter(ms / 20, work) }),
      ...(resolve === undefined ? {} : { resolve }),
    },
  )
  let stopped: Promise<void> | null = null
  const stop = () => (stopped ??= running.stop())
  onTestFinished(stop)
  return { origin: `http://127.0.0.1:${running.port}`, data, logged, stop }
}

/** A board in Plan, and what a facilitator does about its webhook. */
export interface TellingBoard extends TestSession {
  hook(method: 'GET' | 'PUT' | 'POST' | 'DELETE', body?: unknown, part?: string, token?: string): Promise<Answer>
  deliveries(): Promise<readonly Delivery[]>
  /** Waits until the newest delivery is like this. */
  newest(is: (delivery: Delivery) => boolean): Promise<Delivery>
  /** Sets the address; answers the secret. */
  tells(url: string): Promise<string>
  finish(finished?: boolean): Promise<void>
}

export async function tellingBoard(origin: string): Promise<TellingBoard> {
  const session = await buildSession(origin)
  await session.go('plan')
  return tellingOf(session)
}

/** The same board, also behind another address. */
export function tellingOf(session: TestSession): TellingBoard {
  const path = `/api/boards/${session.board}/webhook`
  const hook: TellingBoard['hook'] = (method, body, part = '', token = session.tokens.facilitator) =>
    ask(session.origin, method, path + part, token, body)
  const deliveries = async (): Promise<readonly Delivery[]> => (await hook('GET')).json.deliveries
  return {
    ...session,
    hook,
    deliveries,
    async newest(is) {
      for (;;) {
        const [first] = await deliveries()
        if (first !== undefined && is(first)) return first
        await new Promise((resolve) => setTimeout(resolve, 40))
      }
    },
    tells: async (url) => (await hook('PUT', { url })).json.secret,
    finish: (finished = true) => session.done(session.tokens.facilitator, 'finish-session', { finished }),
  }
}
