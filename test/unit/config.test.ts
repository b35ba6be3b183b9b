import { describe, expect, test } from 'vitest'
import { addresses, readConfig } from '../../server/src/config.ts'

const defaults = {
  host: '127.0.0.1',
  port: 8080,
  data: './data',
  publicUrl: null,
  origins: [],
  proxies: [],
  metricsToken: null,
  webhooks: 'public',
  log: 'warn',
} as const
const problemsOf = (env: Record<string, string>, flags: string[] = []): readonly string[] => {
  const reading = readConfig(env, flags)
  return reading.ok ? [] : reading.problems
}

describe('configuration', () => {
  test('everything has a default that works', () => {
    expect(readConfig({}, [])).toEqual({ ok: true, config: defaults })
  })

  test('takes what is given', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '9000',
      DATA: '/srv/boards',
      PUBLIC_URL: 'https://board.example.org/',
      LOG: 'debug',
      ORIGINS: 'https://a.example, http://b.example:81/path',
      PROXIES: '10.0.0.0/8 2001:db8::7',
      METRICS_TOKEN: 'sixteen-letters-',
      WEBHOOKS: 'private',
    }
    const origins = ['https://board.example.org', 'https://a.example', 'http://b.example:81']
    expect(readConfig(env, [])).toEqual({
      ok: true,
      config: {
        host: '0.0.0.0',
        port: 9000,
        data: '/srv/boards',
        publicUrl: 'https://board.example.org',
        origins,
        proxies: ['10.0.0.0/8', '2001:db8::7'],
        metricsToken: 'sixteen-letters-',
        webhooks: 'private',
        log: 'debug',
      },
    })
  })

  test('--lan listens for phones in the room, unless HOST says where', () => {
    expect(readConfig({}, ['--lan'])).toEqual({ ok: true, config: { ...defaults, host: '0.0.0.0' } })
    expect(readConfig({ HOST: '10.0.0.9' }, ['--lan'])).toEqual({ ok: true, config: { ...defaults, host: '10.0.0.9' } })
  })

  test.each([
    [{ PORT: 'eighty' }, /PORT has to be a number/],
    [{ WEBHOOKS: 'yes' }, /WEBHOOKS has to be one of off, public, private/],
    [{ PORT: '70000' }, /PORT has to be a number/],
    [{ DATA: 'postgres://db/boards' }, /PostgreSQL.*isn’t built yet/],
    [{ DATA: 'postgresql://db/boards' }, /PostgreSQL.*isn’t built yet/],
    [{ DATA: 'redis://db' }, /has to be a folder/],
    [{ DATA: '' }, /DATA is empty/],
    [{ LOG: 'loud' }, /LOG has to be one of error, warn, info, debug/],
    [{ HOST: ' ' }, /HOST is empty/],
    [{ PROXIES: '10.0.0.0/8, proxy.example' }, /PROXIES has to be an address or a network/],
    [{ PROXIES: '10.0.0.0/33' }, /PROXIES has to be an address or a network/],
    [{ METRICS_TOKEN: 'short' }, /METRICS_TOKEN has to be 16 or more/],
    [{ PUBLIC_URL: 'board.example.org' }, /PUBLIC_URL has to be a full web address/],
    [{ PUBLIC_URL: 'javascript:alert(1)' }, /PUBLIC_URL has to be a full web address/],
    [{ ORIGINS: 'https://a.example,nonsense' }, /ORIGINS has to be a full web address/],
  ])('refuses %j with one whole sentence', (env, sentence) => {
    const problems = problemsOf(env)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(sentence)
    expect(problems[0]).toMatch(/^[A-Z].*\.$/)
  })

  test('names every problem at once', () => {
    expect(problemsOf({ PORT: 'x', DATA: 'postgres://x' }, ['--fast'])).toHaveLength(3)
  })

  test('a folder of Windows is a folder', () => {
    expect(problemsOf({ DATA: 'C:\\boards' })).toEqual([])
  })

  test('prints the public address first, and one for each way in', () => {
    expect(addresses(defaults, 8080)).toEqual(['http://127.0.0.1:8080'])
    expect(addresses({ ...defaults, host: '::1' }, 81)).toEqual(['http://[::1]:81'])
    expect(addresses({ ...defaults, publicUrl: 'https://b.example' }, 8080)).toEqual([
      'https://b.example',
      'http://127.0.0.1:8080',
    ])
    expect(addresses({ ...defaults, host: '0.0.0.0' }, 8080)[0]).toBe('http://localhost:8080')
  })
})
