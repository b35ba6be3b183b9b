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
  nobody: 'You follow nobody.',
  gone: (name: string) => `${name} has left the wall. You look around on your own again.`,
}
