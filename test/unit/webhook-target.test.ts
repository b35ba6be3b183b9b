import { mayReach } from '@momentous/server/webhooks/reach'
import { dnsResolve } from '@momentous/server/webhooks/resolve'
import { findTarget, readTarget } from '@momentous/server/webhooks/target'
import { describe, expect, it } from 'vitest'
import { nameServer } from '../support/name-server.ts'

/** Of this machine, of its networks, of a cloud, of nobody, and all the ways to write one into another. */
const inside = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.254', '127.0.0.1', '127.255.255.254'],
  ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '192.0.0.192', '192.0.2.1', '198.18.0.1'],
  ...['198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...['168.63.129.16', '100.100.100.200', '192.88.99.1'],
  ...['::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1'],
  ...['64:ff9b::808:808', '64:ff9b:1::a00:1', 'fc00::1', 'fd00:ec2::254', 'fd20:ce::254', 'fe80::1', 'fec0::1'],
  ...['ff02::1', '2002:7f00:1::1', '2001::1', '2001:0:7f00:1::', '2001:db8::1', '100::1', '3fff::1', '5f00::1'],
]
/** None of these is anybody’s own, even where a server may ask around in its own house. */
const nowhere = [
  ...['0.0.0.0', '169.254.169.254', '224.0.0.1', '255.255.255.255', '168.63.129.16', '100.100.100.200'],
  ...['192.0.0.192', '::', '::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe', 'fd00:ec2::254', 'fe80::1', 'ff02::1'],
  ...['fe80::1%eth0', 'not an address', ''],
]
const outside = ['8.8.8.8', '93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1']

describe('where something may be sent', () => {
  it('is public, and inside only where the server is told so', () => {
    expect(inside.filter((address) => mayReach(address, 'public'))).toEqual([])
    expect(nowhere.filter((address) => mayReach(address, 'private') || mayReach(address, 'public'))).toEqual([])
    for (const reach of ['public', 'private'] as const)
      expect(outside.filter((address) => !mayReach(address, reach))).toEqual([])
    const own = ['127.0.0.1', '10.1.2.3', '192.168.0.7', '172.20.0.2', '::1', 'fd12:3456::1', '100.64.0.1']
    expect(own.filter((address) => !mayReach(address, 'private'))).toEqual([])
    expect([...outside, ...own].filter((address) => mayReach(address, 'off'))).toEqual([])
  })

  it.each([
    ['ftp://example.org/', /full web address/],
    ['example.org/forms', /full web address/],
    ['javascript:alert(1)', /full web address/],
    ['http://example.org/', /https:/],
    ['https://name:word@example.org/', /name and password/],
    ['https://name@example.org/', /name and password/],
    ['https://example.org:25/', /another kind of service/],
    [`https://example.org/${'x'.repeat(1000)}`, /too long/],
    ['https://127.0.0.1/', /private network/],
    ['https://2130706433/', /private network/],
    ['https://0x7f.1/', /private network/],
    ['https://017700000001/', /private network/],
    ['https://127。0。0。1/', /private network/],
    ['https://[::1]/', /private network/],
    ['https://[::ffff:127.0.0.1]/', /private network/],
    ['https://[::ffff:a9fe:a9fe]/', /private network/],
    ['https://[64:ff9b::10.0.0.1]/', /private network/],
    ['https://169.254.169.254/latest/meta-data/', /private network/],
  ])('%s is refused in a sentence', (text, sentence) => {
    const read = readTarget(text, 'public')
    expect(read.ok ? '' : read.trouble).toMatch(sentence)
    expect(readTarget(text, 'off').ok).toBe(false)
  })

  it('is what the name stands for at this moment: of several addresses only those outside', async () => {
    const answers: Record<string, readonly string[]> = {
      'good.example': ['93.184.215.14', '2606:4700::1111'],
      'mixed.example': ['10.0.0.1', '93.184.215.14', '::1', '64:ff9b::a00:1'],
      'inner.example': ['127.0.0.1', '::1', 'fd00::1'],
    }
    const names = await nameServer((name) => answers[name] ?? [])
    const resolve = dnsResolve([names.address])
    const find = (url: string) => findTarget(url, 'public', resolve)
    expect(await find('https://good.example/a#b')).toMatchObject({
      ok: true,
      addresses: ['93.184.215.14', '2606:4700::1111'],
    })
    expect(await find('https://mixed.example/')).toMatchObject({ ok: true, addresses: ['93.184.215.14'] })
    expect(await find('https://inner.example/')).toMatchObject({
      ok: false,
      trouble: expect.stringMatching(/private network/),
    })
    expect(await find('https://nobody.example/')).toMatchObject({
      ok: false,
      trouble: expect.stringMatching(/Nobody is known/),
    })
    // A name of this machine is asked of nobody.
    const before = names.asked.length
    expect(await find('https://localhost:9000/')).toMatchObject({
      ok: false,
      trouble: expect.stringMatching(/private network/),
    })
    expect(await find('https://db.LOCALHOST/')).toMatchObject({
      ok: false,
      trouble: expect.stringMatching(/private network/),
    })
    expect(names.asked.length).toBe(before)
  })
})
