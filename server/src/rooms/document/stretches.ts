/** Resolves when it is one's turn to work for a few milliseconds. */
export type Stretch = () => Promise<void>

/**
 * Gives everybody who builds a document their turn, one in each turn of the event loop: however many boards wake at the
 * same time, sockets are heard in between.
 */
export function createStretches(soon: (work: () => void) => void = setImmediate): Stretch {
  const waiting: (() => void)[] = []

  function turn(): void {
    waiting.shift()?.()
    if (waiting.length > 0) soon(turn)
  }

  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) soon(turn)
    })
}
