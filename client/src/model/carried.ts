/** What a clipboard carries that can become moments: words, and maybe the notes that they were copied from. */
export interface Carried {
  readonly html: string
  readonly plain: string
}

export function carriedBy(clipboard: Pick<DataTransfer, 'getData'>): Carried {
  return { html: clipboard.getData('text/html'), plain: clipboard.getData('text/plain') }
}
