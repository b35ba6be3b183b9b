/** In a tab that knows nothing of this one, and isn't told where somebody came from: a board's address is its key. */
export function openAddress(link: string): void {
  window.open(link, '_blank', 'noopener,noreferrer')
}
