import { isId, type BoardId } from '@momentous/shared/domain/id'
import type { RememberedBoard } from '../model/identity.ts'

/** Where somebody is. A board's token lives in the fragment only: no server and no log ever sees it. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'board'; readonly id: BoardId; readonly token: string | null }

export function routeOf(url: URL): Route {
  const id = /^\/b\/([^/]+)\/?$/.exec(url.pathname)?.[1] ?? ''
  if (!isId<BoardId>(id)) return { page: 'home' }
  const token = url.hash.slice(1)
  return { page: 'board', id, token: token === '' ? null : token }
}

export function boardPath(id: BoardId, token: string | null): string {
  return token === null ? `/b/${id}` : `/b/${id}#${token}`
}

/** The way back to a board that this device knows. */
export function pathOf({ id, role, links, seat }: RememberedBoard): string {
  return boardPath(id, links[role] ?? seat?.token ?? null)
}

/** The board in whatever somebody pasted: a whole link, or the part from /b/ on. Null when there is none. */
export function pastedPath(pasted: string): string | null {
  const found = /\/b\/([A-Za-z0-9_-]+)\/?(#[A-Za-z0-9_-]+)?$/.exec(pasted.trim())
  const id = found?.[1] ?? ''
  return isId<BoardId>(id) ? boardPath(id, found?.[2]?.slice(1) ?? null) : null
}

/** Goes to another page of the application without loading it anew. */
export function go(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
  scrollTo(0, 0)
}

/** Calls back on every change of the address, also when only the fragment changes. */
export function followRoute(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener('hashchange', listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener('hashchange', listener)
  }
}
