import type { Role } from '@momentous/shared/domain/role'
import { wallOfStore } from '../../client/src/model/wall-of-store.ts'
import type { Wall } from '../../client/src/model/wall.ts'
import { openPage, settled, until, type Page } from './client-store.ts'
import { handAt, type Gestures } from './live-bench.ts'
import { liveServer } from './live-server.ts'
import { buildSession, type TestSession } from './session-builder.ts'

/** Somebody at the wall of a real board: the store on a live server, the tools on the store. */
export interface AtWall extends Gestures {
  readonly page: Page
  readonly wall: Wall
}

export async function sitAtWall(session: TestSession, name: string, role: Role = 'participant'): Promise<AtWall> {
  const page = openPage(session, await session.sit(role, name), role)
  await until(() => page.store.status.get().state === 'online', 'the board')
  const wall = wallOfStore(page.store)
  return { ...handAt(wall), page, wall }
}

/** Two people at one wall, in Post. */
export async function twoAtWall(): Promise<{
  readonly session: TestSession
  readonly ann: AtWall
  readonly bob: AtWall
}> {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  return { session, ann: await sitAtWall(session, 'Ann'), bob: await sitAtWall(session, 'Bob') }
}

const everything = ({ wall }: AtWall) =>
  JSON.stringify([wall.moments(), wall.shapes(), wall.strokes(), wall.stages()].map((all) => all.toSorted(byId)))
const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

/** Everything is saved, and both see the same. */
export async function agreed(...people: readonly AtWall[]): Promise<void> {
  for (const { page } of people) await settled(page)
  const [first, ...others] = people
  await until(() => first !== undefined && others.every((each) => everything(each) === everything(first)), 'one wall')
}
