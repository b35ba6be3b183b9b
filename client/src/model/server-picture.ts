import type { DrawnPart } from '@momentous/shared/drawing/drawing-of'
import * as v from 'valibot'
import type { ImageShelf } from './image-api.ts'

const WAIT_MS = 90_000
const told = v.object({ error: v.object({ message: v.string() }) })

export type ServerPicture =
  | { readonly ok: true; readonly content: Blob }
  | { readonly ok: false; readonly reason: string | null }

/** The board as PDF, which the server writes: its fonts lie in the file. */
export async function serverPdf(
  { board, token }: ImageShelf,
  part: DrawnPart,
  pages: 'one' | 'many',
  signal: AbortSignal,
): Promise<ServerPicture> {
  const query = new URLSearchParams({ pages, ...partQuery(part) })
  const response = await fetch(`/api/boards/${board}/board.pdf?${query.toString()}`, {
    headers: { authorization: `Bearer ${token}` },
    cache: 'no-store',
    signal: AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS)]),
  })
  if (response.ok) return { ok: true, content: await response.blob() }
  const parsed = v.safeParse(told, await response.json().catch(() => null))
  return { ok: false, reason: parsed.success ? parsed.output.error.message : null }
}

function partQuery(part: DrawnPart): Readonly<Record<string, string>> {
  if (part.of === 'pieces') return { pieces: Array.from(part.pieces).join(',') }
  if (part.of === 'all') return {}
  const { x, y, w, h } = part.area
  return { area: [x, y, w, h].map((figure) => figure.toFixed(1)).join(',') }
}
