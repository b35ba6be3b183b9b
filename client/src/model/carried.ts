/** What a clipboard carries that can become moments: words, and maybe the notes that they were copied from. */
export interface Carried {
  readonly html: string
  readonly plain: string
}

/** The attribute that holds copied pieces (see clip.ts). */
export const CLIP_ATTRIBUTE = 'data-momentous-clip'

/** Are there pieces of a wall in it? Reading them takes code that only such a paste needs. */
export const carriesPieces = ({ html }: Carried): boolean => html.includes(CLIP_ATTRIBUTE)

export function carriedBy(clipboard: Pick<DataTransfer, 'getData'>): Carried {
  return { html: clipboard.getData('text/html'), plain: clipboard.getData('text/plain') }
}
