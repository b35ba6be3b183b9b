import { figured } from './number.ts'

/** What a screen reader hears of the hand itself: how much is selected, and which tool it holds. */
export const handWords = {
  selected: (count: number) => `${figured(count, 'piece')} selected.`,
  inHand: (tool: string, puts: boolean) => (puts ? `${tool} in hand. Enter puts it on the wall.` : `${tool} in hand.`),
  kept: (count: number) => `${figured(count, 'piece')} ${count === 1 ? 'stays' : 'stay'} selected.`,
  line: 'A drawn line is selected.',
}
