import { BlockList, isIP } from 'node:net'

/** How far a webhook may reach: nowhere, to public addresses, or into this machine and its networks as well. */
export const reaches = ['off', 'public', 'private'] as const
export type Reach = (typeof reaches)[number]

/** No address of somebody who waits for a form: networks of this place, of nobody, of everybody, and of manuals. */
const neverPublic = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  // A cloud's own service for its machines, at an address that looks public.
  '168.63.129.16/32',
  // In the part of IPv6 that is public: tunnels that carry any IPv4 address, tests, manuals.
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '2620:4f:8000::/48'],
]

/** Also inside a private network: what gives a machine its passwords, what is nobody, and what is everybody. */
const never = [
  ...['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32', '100.100.100.200/32'],
  ...['192.0.0.192/32', 'fd00:ec2::254/128', 'fd20:ce::254/128', '2001::/23', '2002::/16'],
]

/** All other kinds of IPv6 carry an IPv4 address or speak of a single cable. */
const publicSix = listOf(['2000::/3'])
const privateSix = listOf(['2000::/3', 'fc00::/7', '::1/128'])
const closed = { public: listOf(neverPublic), private: listOf(never) } as const

/** May something be sent to this very address? */
export function mayReach(address: string, reach: Reach): boolean {
  if (reach === 'off') return false
  const family = isIP(address)
  if (family === 0 || address.includes('%')) return false
  if (family === 4) return !closed[reach].check(address, 'ipv4')
  const open = reach === 'public' ? publicSix : privateSix
  return open.check(address, 'ipv6') && !closed[reach].check(address, 'ipv6')
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}
