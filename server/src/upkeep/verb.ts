/** What a verb works on and speaks to. */
export interface Place {
  /** The data folder. */
  readonly home: string
  /** Where the person is who calls: relative names begin here. */
  readonly here: string
  say(line: string): void
  now(): number
}

/** All is well, something is damaged or lost, or nothing could be done. */
export const WELL = 0
export const DAMAGED = 1
export const NOT_DONE = 2

/** Does its work and answers the exit code; `flagged` when its flag was given. Throws a `StorageFault` or `NotDone` when it can't. */
export type Verb = (place: Place, argument: string, flagged: boolean) => number | Promise<number>

/** A reason for not doing anything, in a sentence. */
export class NotDone extends Error {}
