const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })

/** The end of a session. */
export const finishWords = {
  finish: 'Finish the session',
  hold: 'Hold to finish the session',
  openAgain: 'Open the session again',
  openShort: 'Open again',
}

/** "at 14:03", or with its day where that is another one. */
export function timeWords(instant: number, now: number): string {
  const [at, today] = [new Date(instant), new Date(now)]
  const words = `at ${time.format(at)}`
  return at.toDateString() === today.toDateString() ? words : `on ${day.format(at)} ${words}`
}

export function finishedWords(instant: number, now: number): string {
  return `Finished ${timeWords(instant, now)}`
}
