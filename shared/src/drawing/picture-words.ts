/** What is written on the wall and on every picture of it, beside what people wrote. */
export const pictureWords = {
  behindTheScenes: 'Behind the scenes',
  firstImpression: 'first impression',
  lastImpression: 'last impression',
  noType: 'no contact type yet',
} as const

/** How long a contact lasts, roughly. */
export function aboutTime(seconds: number): string {
  if (seconds < 60) return `about ${Math.round(seconds)} s`
  if (seconds < 90 * 60) return `about ${Math.round(seconds / 60)} min`
  return `about ${Math.round(seconds / 3600)} h`
}
