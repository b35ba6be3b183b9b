import { webLinks } from '../model/web-links.ts'
import type { Bench } from './bench.ts'

/** The first link in the words of the one piece that is selected. */
export function selectedLink({ wall, selection }: Bench): string | null {
  const [id, ...others] = selection.pieces()
  if (id === undefined || others.length > 0) return null
  return webLinks(wall.moment(id)?.text ?? wall.shape(id)?.words ?? '')[0] ?? null
}

/** In a tab that knows nothing of this one: a board's address is its key. */
export function openLink(bench: Bench): boolean {
  const link = selectedLink(bench)
  if (link === null) return false
  window.open(link, '_blank', 'noopener,noreferrer')
  return true
}
