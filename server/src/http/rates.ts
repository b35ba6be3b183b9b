import type { RateLimitPluginOptions } from '@fastify/rate-limit'

/** How many a minute from one address. A whole workshop sits behind one, and everybody joins in the same minute. */
export const rates = {
  create: { max: 1200, timeWindow: '1 minute' },
  join: { max: 3000, timeWindow: '1 minute' },
  look: { max: 3000, timeWindow: '1 minute' },
  export: { max: 300, timeWindow: '1 minute' },
  /** Each file takes a thread a while. */
  bring: { max: 120, timeWindow: '1 minute' },
  /** Each knocks at somebody’s door. */
  hook: { max: 60, timeWindow: '1 minute' },
  /** Drawing one takes a processor for up to seconds. */
  picture: { max: 60, timeWindow: '1 minute' },
  /** A wall full of pictures is opened by a whole workshop in the same minute. */
  image: { max: 12_000, timeWindow: '1 minute' },
  command: { max: 6000, timeWindow: '1 minute' },
} as const satisfies Record<string, RateLimitPluginOptions>
