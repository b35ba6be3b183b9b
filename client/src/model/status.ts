/** How this page stands with the server. */
export type Status =
  | { readonly state: 'connecting' }
  | { readonly state: 'online' }
  /** Tried again all the time. */
  | { readonly state: 'offline' }
  /** The server asks for patience: the board is too full, or being repaired. Tried again all the time. */
  | { readonly state: 'later'; readonly reason: string }
  /** Nothing is tried any more: the link or seat was closed, or there is no such board. */
  | { readonly state: 'gone'; readonly why: 'link' | 'board'; readonly reason: string }
