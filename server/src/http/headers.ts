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
        // Neither scripts nor styles come inline: React and Konva set single properties, which no policy forbids.
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'", ...socketSources(publicUrl)],
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
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', POWERS)
  })
}

/** What no page from here needs. */
const POWERS = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), midi=(), serial=(), display-capture=()'

/** Some browsers don't count the own host's sockets as 'self'. */
function socketSources(publicUrl: string | null): readonly string[] {
  return publicUrl === null ? ['ws:', 'wss:'] : [publicUrl.replace(/^http/, 'ws')]
}
