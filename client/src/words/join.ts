export const joinWords = {
  invited: 'You are invited to',
  invitedToSteer: 'You steer',
  invitedToLook: 'You may look on at',
  name: 'Your first name',
  nameHint: 'Any name will do.',
  where: 'Where do you work?',
  whereOptional: 'if you like',
  join: 'Join',
  joining: 'Joining',
  look: 'Look on',
  steer: 'Go in',
  retry: 'Try again',
  home: 'To the start page',
  opening: 'Opening the board',
  guarded: 'A board that asks for a passphrase',
  passphrase: 'Passphrase',
  passphraseHint: (facilitator: string | null) =>
    `${facilitator ?? 'The facilitator'} says it in the room or on the call.`,
  noPassphrase: 'Type the passphrase first. Whoever invited you knows it.',
}

export const workplaceWords = {
  'front-line': { label: 'Front line', note: 'I meet customers' },
  office: { label: 'Office', note: 'I work behind the scenes' },
  manager: { label: 'Manager', note: 'I lead people' },
}

export const deadLinkWords = {
  renewed: {
    title: 'This link was renewed.',
    words: (facilitator: string | null) => `Ask ${facilitator ?? 'whoever sent it to you'} for the new one.`,
  },
  unseated: {
    title: 'Your seat on this board was closed.',
    words: (facilitator: string | null) =>
      `${facilitator ?? 'The facilitator'} took it off the list. If that was a mistake, ask for a link and come in again.`,
  },
  wrong: {
    title: 'This link does not open the board.',
    words: () => 'A piece of it may have got lost on the way. Open the whole link again, or ask for it once more.',
  },
  gone: {
    title: 'There is no board here.',
    words: () => 'It may have been deleted, or a letter of the address is different. Ask whoever sent it to you.',
  },
  'no-token': {
    title: 'A piece of this link is missing.',
    words: () => 'The part after the # opens the board. Copy the whole link once more.',
  },
  closed: {
    title: 'The door is closed for now.',
    words: (facilitator: string | null) =>
      `Nobody new is let in at the moment. Ask ${facilitator ?? 'the facilitator'}, then try again.`,
  },
  away: {
    title: 'The server does not answer.',
    words: () => 'Your link is fine and nothing is lost. Check the network, then try again.',
  },
} satisfies Record<string, { title: string; words: (facilitator: string | null) => string }>

/** First names to begin with: kind, short, and nobody's. */
export const suggestedNames = {
  first: ['Kind', 'Calm', 'Bright', 'Quick', 'Warm', 'Merry', 'Brave', 'Quiet', 'Sunny', 'Gentle', 'Clever', 'Steady'],
  second: ['Heron', 'Otter', 'Robin', 'Badger', 'Finch', 'Hare', 'Swift', 'Fox', 'Wren', 'Beaver', 'Seal', 'Owl'],
}
