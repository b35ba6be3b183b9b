/** Where the list comes first: under 700 px, and on touch screens under 900 px. */
export const PHONE = '(max-width: 699.98px), (pointer: coarse) and (max-width: 899.98px)'
