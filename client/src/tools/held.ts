/** What was done while what it does was still on its way. */
export interface Held {
  /** Hands over what was done, for whoever listens by now; nothing is held any more. */
  give(): readonly HeldDeed[]
  drop(): void
}

export interface HeldDeed {
  /** When it was done, in ms. */
  readonly at: number
  /** Does it again. */
  again(): void
}

/** Does all of it again, in the order in which it was done: a key may have taken the tool that the hand then drew with. */
export function doAgain(held: readonly Held[]): void {
  const deeds = held.flatMap((each) => each.give()).toSorted((a, b) => a.at - b.at)
  for (const { again } of deeds) again()
}
