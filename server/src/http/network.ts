import { BlockList, isIP } from 'node:net'

/** Whom the server believes when it says for whom it asks: this machine's own proxy, and those that are configured. */
export type Trusts = (address: string) => boolean

/** `addresses` may hold networks, such as 10.0.0.0/8. */
export function trustsOf(addresses: readonly string[]): Trusts {
  const known = new BlockList()
  for (const each of ['127.0.0.0/8', '::1/128', ...addresses]) {
    const [address = '', bits] = each.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) known.addAddress(address, family)
    else known.addSubnet(address, Number(bits), family)
  }
  return (address) => {
    const plain = withoutMapping(address)
    const family = isIP(plain)
    return family !== 0 && known.check(plain, family === 6 ? 'ipv6' : 'ipv4')
  }
}

/** The address that somebody comes from: the last one that a trusted proxy didn't name itself by. */
export function addressOf(remote: string, forwarded: string | undefined, trusts: Trusts): string {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim())
  let address = remote
  while (trusts(address)) {
    const before = hops.pop() ?? ''
    if (isIP(withoutMapping(before)) === 0) return address
    address = before
  }
  return address
}

/** What counts as one network: an address of the fourth version, or the half of one of the sixth that names the house. */
export function networkOf(address: string): string {
  const plain = withoutMapping(address)
  if (isIP(plain) !== 6) return plain
  const [head = '', tail] = (plain.split('%')[0] ?? '').split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const hidden = tail === undefined ? 0 : 8 - front.length - back.length
  const groups = [...front, ...Array.from({ length: Math.max(0, hidden) }, () => '0'), ...back]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** An IPv4 address that came in by an IPv6 socket. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
