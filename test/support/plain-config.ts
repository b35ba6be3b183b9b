import type { Config } from '../../server/src/config.ts'

/** A free port of this machine, and nothing else that anybody might set. */
export function plainConfig(data: string, log: Config['log'] = 'error'): Config {
  const outside = { publicUrl: null, origins: [], proxies: [], metricsToken: null, webhooks: 'public' } as const
  return { host: '127.0.0.1', port: 0, data, ...outside, log }
}
