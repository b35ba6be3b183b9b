/** Looking through somebody else's eyes, and being asked to look somewhere. */
export const followWords = {
  following: (name: string) => `You follow ${name}`,
  follow: 'Follow',
  followName: (name: string) => `Follow ${name}`,
  stop: 'Stop following',
  stopShort: 'Stop',
  silent: 'Nobody can be followed now: what people do stays unseen until this is over.',
  silenced: 'You follow nobody any more: what people do stays unseen for now.',
  notOnWall: 'They don’t have the wall before them.',
  ended: 'You look around on your own again.',
  nobody: 'You follow nobody.',
  gone: (name: string) => `${name} has left the wall. You look around on your own again.`,
}

const sides = { left: 'to the left', right: 'to the right', above: 'above', below: 'below' }

/** New moments where one doesn't look. */
export const edgeWords = {
  more: (count: number, side: keyof typeof sides) => `${count} more ${sides[side]}`,
}

/** Where the facilitator asks everybody to look. */
export const broughtWords = {
  region: 'Where everyone looks',
  back: 'Back to where I was',
  go: 'Go there',
  stay: 'Stay here',
  asks: (name: string) => `${name} asks everyone to look at one place.`,
}
