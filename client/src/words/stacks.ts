import { figured } from './number.ts'

/** The way back out of a stack: how many notes lie beneath. */
export function unstackCount(count: number): string {
  return `Unstack the ${figured(count, 'note')} beneath`
}

/** In a row of the list. */
export function notesBeneath(count: number): string {
  return `${figured(count, 'note')} beneath`
}
