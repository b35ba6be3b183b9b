import { faults, type FaultKind, type StorageFault } from '../storage/storage-fault.ts'

/** An answer that says no: a status, a word for programs and a sentence that a person can act on. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  /** Whom to ask, where somebody can be asked. */
  readonly facilitator: string | null

  constructor(status: number, code: string, message: string, facilitator: string | null = null) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.facilitator = facilitator
  }
}

export const refusals = {
  noToken: () => new Refusal(401, 'no-token', 'Open the board with the link that you were given; it carries the key.'),
  unknownToken: () =>
    new Refusal(401, 'unknown-token', 'This link is not complete. Copy it again, up to its last letter.'),
  otherBoard: () => new Refusal(403, 'other-board', 'This link opens another board.'),
  closedLink: (facilitator: string | null) =>
    new Refusal(
      410,
      'closed',
      `This link was renewed or closed. Ask ${whom(facilitator)} for a new link.`,
      facilitator,
    ),
  removedSeat: (facilitator: string | null) =>
    new Refusal(
      410,
      'seat-removed',
      `This seat was taken off the board. Ask ${whom(facilitator)} whether you may come back.`,
      facilitator,
    ),
  passphrase: () =>
    new Refusal(403, 'passphrase', 'This board asks for a passphrase. Take a seat with it, then use the seat’s token.'),
  wrongPassphrase: (facilitator: string | null) =>
    new Refusal(403, 'wrong-passphrase', `That is not the passphrase. Ask ${whom(facilitator)} for it.`, facilitator),
  manyTries: () =>
    new Refusal(
      429,
      'many-tries',
      'Many wrong passphrases were tried with this link, so each try takes its time now. Nobody is locked out: try again in half a minute.',
    ),
  closedDoor: (facilitator: string | null) =>
    new Refusal(403, 'door-closed', `The door is closed. Ask ${whom(facilitator)} to open it.`, facilitator),
  full: () => new Refusal(403, 'full', 'Every seat of this board is taken.'),
  noBoard: () => new Refusal(404, 'no-such-board', faults['no-such-board']),
  facilitatorOnly: (what: string) => new Refusal(403, 'S4', `${what}: only a facilitator can do this.`),
  unfit: (sentence: string) => new Refusal(422, 'bad-arguments', sentence),
  gone: () => new Refusal(499, 'gone', 'Whoever asked for this has gone.'),
  stopping: () => new Refusal(503, 'busy', 'The server is about to stop. Try again in a minute.'),
  notFound: () => new Refusal(404, 'not-found', 'There is nothing at this address.'),
} as const

function whom(facilitator: string | null): string {
  return facilitator ?? 'the facilitator'
}

const statuses: Readonly<Partial<Record<FaultKind, number>>> = {
  'no-such-board': 404,
  'board-exists': 409,
  'client-taken': 409,
}

/** What can be asked for again in a while is a 503. */
export function refusalOfFault(fault: StorageFault): Refusal {
  return new Refusal(statuses[fault.kind] ?? 503, fault.kind, fault.message)
}
