import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

/** What a page from here may do, told to the browser. What only works over https is said only with an https address. */
export async function securityHeaders(app: FastifyInstance, { publicUrl }: Config): Promise<void> {
  const secure = publicUrl?.startsWith('https:') === true
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // React Aria sets a style element for touch; scripts never come inline.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        connectSrc: ["'self'", ...socketSources(publicUrl)],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: secure ? { maxAge: 15_552_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    frameguard: { action: 'deny' },
  })
}

/** Some browsers don't count the own host's sockets as 'self'. */
function socketSources(publicUrl: string | null): readonly string[] {
  return publicUrl === null ? ['ws:', 'wss:'] : [publicUrl.replace(/^http/, 'ws')]
}
