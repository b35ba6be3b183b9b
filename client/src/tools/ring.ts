/** The ring around what is selected lies this far outside, and the handles lie on the ring. */
export const RING_GAP = 3
