import { counted, capital } from './number.ts'

/** Taking a board off the list of this device. */
export const forgetWords = {
  title: (board: string) => `Forget ${board} here?`,
  steers:
    'Your link goes with it, and only this device has it: without it you can’t steer the board any more. The board itself stays.',
  comes: 'The board itself stays, and so does what you wrote. To come back you need its link again.',
  unsaved: (count: number) =>
    `${capital(counted(count, 'change'))} of yours ${count === 1 ? 'is' : 'are'} on this device only, and ${count === 1 ? 'goes' : 'go'} with it.`,
  copy: 'Copy my link',
  keep: 'Keep it',
  forget: 'Forget it',
  done: (board: string) => `${board} is not on this device any more.`,
}
