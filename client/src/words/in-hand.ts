import { figured } from './number.ts'

/** What a screen reader hears of the hand itself: how much is selected, and which tool it holds. */
export const handWords = {
  selected: (count: number) => `${figured(count, 'piece')} selected.`,
  inHand: (tool: string) => `${tool} in hand.`,
}
