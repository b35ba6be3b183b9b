import type { Random } from '@momentous/shared/board/order'

/** Where lots are drawn from. */
interface Chance {
  readonly random: Random
}

/** A number below 2 to the 32nd, each as likely as the other. */
export function drawNumber(random: Random): number {
  return new DataView(random(new Uint8Array(4)).buffer).getUint32(0)
}

/** A time between two, in milliseconds, each as likely as the other. */
export function drawTime({ random }: Chance, { from, to }: { from: number; to: number }): number {
  return from + (drawNumber(random) / 2 ** 32) * (to - from)
}

/** Every order is equally likely: the order of arrival is lost. */
export function shuffled<Value>({ random }: Chance, values: readonly Value[]): readonly Value[] {
  const draws = new Uint32Array(random(new Uint8Array(values.length * 4)).buffer)
  return values
    .map((value, index) => ({ value, draw: draws[index] ?? 0 }))
    .toSorted((a, b) => a.draw - b.draw)
    .map(({ value }) => value)
}
