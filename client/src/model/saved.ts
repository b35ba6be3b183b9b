/** What the indicator beside the board's name says. It follows the server's word that changes are on disk, nothing else. */
export type Saved =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** `kept` changes wait on this device. */
  | { readonly state: 'offline'; readonly kept: number }
  /** The server can't write now; it is tried again without anybody doing anything. */
  | { readonly state: 'not-saved'; readonly kept: number }
