/** Bounds that a well-behaved client never meets. Times are in milliseconds, sizes in bytes. */
export const limits = {
  /** The largest frame that is read at all. */
  frame: 1024 * 1024,
  /** The largest single update; what a client missed while it was away may be as large as a frame. */
  update: 512 * 1024,
  /** Parts, authors and stretches of deletes of one update: what is more takes too long to place at once. */
  parts: 12_000,
  authors: 64,
  deletes: 100_000,
  /** Every page that writes has an id of its own; a seat may have had so many. */
  clientsPerSeat: 1_000,
  /** Steps that it may take to place one update; some 60 ns each. */
  placing: 800_000,
  /**
   * Parts and bytes of one board, with what was deleted. Ten thousand notes with their ink are a tenth of it; the largest
   * board that the counts of its records allow fits.
   */
  boardParts: 600_000,
  boardBytes: 48 * 1024 * 1024,
  /** Positions that one update may take up without any content, for what was made and deleted again unseen. */
  hollow: 200_000,
  /** A socket says something within this time, or goes. */
  firstFrame: 5_000,
  /** The server says something at least this often. */
  pulse: 5_000,
  /** Neither a frame nor a pong for this long: the line is dead. Two pulses, less a moment, so that ten seconds are kept. */
  silence: 9_500,
  /** An alarm that rings so much too late says that this process was held up, not that nobody spoke. */
  lateness: 1_000,
  /** Whoever is told to go and doesn't is cut off. */
  goodbye: 2_000,
  /** What somebody may still say who was told to go: it was on its way. */
  lastWords: 128 * 1024,
  /** Frames and bytes a second that a socket is read at, and how many it may be ahead. */
  framesPerSecond: 200,
  frameBurst: 600,
  bytesPerSecond: 1024 * 1024,
  byteBurst: 8 * 1024 * 1024,
  /** A frame from this size on may take long to judge and to place, so the time that it takes is counted. */
  heavyFrame: 8 * 1024,
  /** Milliseconds a second that may be spent on what one socket sends, and how many at once. */
  effortPerSecond: 150,
  effortBurst: 1_000,
  /** Milliseconds, frames and bytes that one board is read before the others have their turn. */
  turnTime: 10,
  turnFrames: 32,
  turnBytes: 512 * 1024,
  /** A reader this far behind gets no presence, and then is closed. */
  presenceBacklog: 256 * 1024,
  backlog: 2 * 1024 * 1024,
  /** Sockets of one board; the last ones are kept for facilitators, and those before them for seats that aren't here yet. */
  sockets: 750,
  socketsForFacilitators: 50,
  socketsForSeats: 150,
  /** Tabs and devices of one seat; sockets that show the same link and have no seat. */
  socketsPerSeat: 12,
  socketsPerLink: 500,
  /** Sockets on their way in: over all boards, and from one network. */
  arriving: 1_000,
  arrivingFromOne: 700,
  /** Sockets that one network may open a second, and be ahead: a workshop that comes back, several times over. */
  arrivalsPerSecond: 200,
  arrivalBurst: 2_000,
  /** Sockets from one network; the last ones are kept for people with a seat, and of those for facilitators. */
  socketsFromOne: 6_000,
  socketsFromOneForSeats: 1_000,
  socketsFromOneForFacilitators: 200,
  /** What a room keeps of what comes in while the disk takes nothing. */
  heldFrames: 5_000,
  heldBytes: 16 * 1024 * 1024,
  /** What a peer may have waiting for a missing part. */
  gapFrames: 500,
  gapBytes: 1024 * 1024,
  /** Direct changes are judged by the last phase that a socket knew of for this long. */
  phaseGrace: 5_000,
  /** A board that could not be opened isn't tried again for this long. */
  quarantine: 5_000,
  /** A room without anybody stays open for this long. */
  emptyRoom: 30_000,
  /** A document that nobody needs goes after this. */
  documentRests: 30_000,
  /** The same peer gets the board so often at most, and not before its line has taken all but this. */
  questionPause: 1_000,
  questionBacklog: 16 * 1024,
  /** Whoever lacks more positions than this is sent everything; so is whoever comes back to a sleeping board of few bytes. */
  answerFromDocument: 20_000,
  wholeAnswer: 128 * 1024,
  /** Updates after the last snapshot that make a new one worth while, and bytes that make one whatever their number. */
  snapshotEvery: 2_000,
  snapshotBytes: 256 * 1024,
  /** Work on one document after which others get a turn; a single step of it may take some more. */
  slice: 4,
  /**
   * Ideas wait for this many people, and then a moment more; at most so long. Changes of what is out wait a moment too.
   * How long is drawn anew for each batch, so that its time says little about when anything of it was written.
   */
  contributors: 3,
  ideasWait: { from: 40_000, to: 60_000 },
  batchWait: { from: 500, to: 3_000 },
  changesWait: { from: 1_500, to: 6_000 },
  /**
   * Words that were taken back are in the log for about so long, and a mark of it some moments more, until the board's own
   * file follows. Together less than an empty room stays open.
   */
  retractionWait: 15_000,
  retractionRest: 5_000,
  /** A bell is heard some moments after it was rung, and not more often than this: two that ring are one bell. */
  bellWait: { from: 200, to: 2_500 },
  bellPause: 8_000,
  /** Who is new, or has another name, is told so much later while ideas are open: after several batches. */
  rollWait: { from: 120_000, to: 240_000 },
  /** Who came less than this before others are told waits for the next time. */
  rollRests: 119_000,
  /** After a start, people come back for so long. */
  rollSettles: 10_000,
  /** A board without any facilitator goes to the heir after this. */
  heirWaits: 60_000,
} as const
