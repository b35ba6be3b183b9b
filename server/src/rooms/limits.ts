/** Bounds that a well-behaved client never meets. Times are in milliseconds, sizes in bytes. */
export const limits = {
  /** The largest frame that is read at all. */
  frame: 1024 * 1024,
  /** The largest single update; what a client missed while it was away may be as large as a frame. */
  update: 512 * 1024,
  /** Positions that one update may take up without any content, for what was made and deleted again unseen. */
  hollow: 200_000,
  /** A socket says something within this time, or goes. */
  firstFrame: 5_000,
  /** The server says something at least this often. */
  pulse: 5_000,
  /** Neither a frame nor a pong for this long: the line is dead. */
  silence: 12_000,
  /** Frames a second that a socket is read at, and how many it may be ahead. */
  framesPerSecond: 200,
  frameBurst: 600,
  /** A reader this far behind gets no presence, and then is closed. */
  presenceBacklog: 256 * 1024,
  backlog: 2 * 1024 * 1024,
  /** Sockets of one board; the last ones are kept for facilitators. */
  sockets: 250,
  socketsForFacilitators: 25,
  /** Tabs and devices of one seat, or of a link that is shown without a seat. */
  socketsPerSeat: 12,
  /** Sockets on their way in, over all boards. */
  arriving: 500,
  /** What a room keeps of what comes in while the disk takes nothing. */
  heldFrames: 5_000,
  heldBytes: 16 * 1024 * 1024,
  /** What a peer may have waiting for a missing part. */
  gapFrames: 2_000,
  gapBytes: 4 * 1024 * 1024,
  /** Direct changes are judged by the last phase that a socket knew of for this long. */
  phaseGrace: 5_000,
  /** A board that could not be opened isn't tried again for this long. */
  quarantine: 5_000,
  /** A room without anybody stays open for this long. */
  emptyRoom: 30_000,
  /** Updates after the last snapshot that make a new one worth while. */
  snapshotEvery: 500,
  /** Longest stretch of work on one document before others get a turn. */
  slice: 8,
  /** Ideas wait at most this long, and for this many people. */
  ideasWait: 60_000,
  contributors: 3,
  /** A board without any facilitator goes to the heir after this. */
  heirWaits: 60_000,
} as const
