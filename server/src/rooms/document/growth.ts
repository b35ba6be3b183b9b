/** What a room knows of its log since the last snapshot. */
export interface Growth {
  /** Bytes of the updates after the last snapshot, as far as they are known. */
  bytes: number
  /** Bytes of that snapshot. */
  whole: number
  underWay: boolean
  /** A snapshot that failed isn't tried again before the log has this many updates. */
  notBefore: number
}
