/** Mixes two `#rrggbb` colours: `share` of `second`, the rest of `first`. Other notations come back unmixed. */
export function mix(first: string, second: string, share: number): string {
  const a = channelsOf(first)
  const b = channelsOf(second)
  if (!a || !b) return first
  const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? value) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function channelsOf(colour: string): readonly number[] | null {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1]
  return digits ? [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) : null
}
