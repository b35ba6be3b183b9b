/** What a link allows at most. A facilitator may do all that a participant may; an observer writes nothing, ever. */
export const roles = ['facilitator', 'participant', 'observer'] as const
export type Role = (typeof roles)[number]

/** Where somebody works: asked at the door, shown in the lobby, never tied to a note. */
export const workplaces = ['front-line', 'office', 'manager'] as const
export type Workplace = (typeof workplaces)[number]
