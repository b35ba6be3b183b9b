/** How this page stands with the server. */
export type Status =
  | { readonly state: 'connecting' }
  | { readonly state: 'online' }
  /** Tried again all the time. */
  | { readonly state: 'offline' }
  /** The server asks for patience, or can't read the board. Tried again all the time. */
  | { readonly state: 'later'; readonly why: Later; readonly reason: string }
  /** Nothing is tried any more: the link was renewed, the seat was closed, or there is no such board. */
  | { readonly state: 'gone'; readonly why: Gone; readonly reason: string }

export type Later = 'busy' | 'slow' | 'damaged'
export type Gone = 'link' | 'seat' | 'board'
