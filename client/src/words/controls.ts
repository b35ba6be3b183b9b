/** Words that belong to a control wherever it is used. */
export const controlWords = {
  close: 'Close',
  pressAgain: 'Press again',
  holdHint: 'Hold one second, or press Enter twice.',
  notYet: 'Not yet',
  copied: 'Copied',
  copyByHand: 'Copying is off in this browser. The link is marked, copy it by hand.',
  drawingCode: 'Drawing the code',
  noCode: 'The code could not be drawn. The link beside it works as well.',
  timeIsUp: 'Time is up',
  paused: 'paused',
  locked: 'Locked',
}

export function dotsInWords(count: number): string {
  return count === 1 ? '1 dot' : `${count} dots`
}

export function ideasInWords(count: number): string {
  return count === 1 ? '1 idea' : `${count} ideas`
}

export function minutesAndSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  const spoken = [
    minutes > 0 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : '',
    rest > 0 || minutes === 0 ? `${rest} ${rest === 1 ? 'second' : 'seconds'}` : '',
  ]
  return spoken.filter((part) => part !== '').join(' ')
}

/** How a screen reader hears a dot on the timeline strip. */
export function momentOnStrip(number: number, name: string, ranking: string | null): string {
  return ranking === null ? `Moment ${number}. ${name}` : `Moment ${number}. ${name}. ${ranking}`
}

export function andMore(count: number): string {
  return `and ${count} more`
}
