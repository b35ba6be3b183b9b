import { figured } from './number.ts'

/** What a screen reader hears of others’ work, counted: never who. */
export const othersWords = {
  added: (count: number) => `${figured(count, 'moment')} added by others.`,
  removed: (count: number) => `${figured(count, 'moment')} put in the bin by others.`,
}
