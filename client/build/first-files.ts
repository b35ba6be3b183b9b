import type { Rolldown } from 'vite'
import { followImports, type Look, type Modules } from './follow-imports.ts'

const PAGE = 'app/main.tsx'
const AHEAD = ['model/read-ahead.ts']
const DOORS = ['app/HomePage.tsx', 'app/BoardDoor.tsx', 'app/JoinPage.tsx']
const BOARD = ['app/BoardPage.tsx']
const LIST = ['app/ListScreen.tsx']
const WALL = ['app/DeskScreen.tsx', 'app/WallScreen.tsx']
const OVER = ['canvas/PaintedStage.tsx', 'canvas/OverWall.tsx']

const order = ['ahead', 'doors', 'both', 'board', 'pages', 'wall', 'over', 'list']

type Chunks = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>
type Names = ReadonlyMap<string, string | null>

/**
 * Which modules are in one file. What is loaded together lies together: a page that is put together from a hundred small
 * files waits longest for asking. What only one part of a page needs stays in a file of its own, fetched when it is needed.
 */
export function firstFiles(sources: string): Chunks {
  let known: Names | null = null
  const nameOf = (id: string, look: Look) => (known ??= namesOf(sources, look)).get(id) ?? null
  return {
    includeDependenciesRecursively: false,
    groups: order.map((file, at) => ({
      name: (id, look) => (nameOf(id, look) === file ? file : null),
      // On a machine that is slow at building, the bundler reports on groups, and complains of those without a name.
      debugName: file,
      priority: order.length - at,
    })),
  }
}

/**
 * Asked for before they are needed: all that the page itself stands on; of its parts these files, and styles, which have to
 * be there first. The rest is small, and found soon.
 */
export function askedAhead(files: readonly string[], from: 'html' | 'js'): string[] {
  const first = (file: string) => file.endsWith('.css') || order.some((name) => file.startsWith(`assets/${name}-`))
  return files.filter((file) => from === 'html' || first(file))
}

/** Each file has what can be reached from its pages and lies in none before it. */
function namesOf(sources: string, look: Look): Names {
  const path = (name: string) => sources + name
  const from = (names: readonly string[]) => followImports(names.map(path), look)
  const [page, ahead, doors, board, list, wall, over] = [
    from([PAGE]),
    from(AHEAD),
    from(DOORS),
    from(BOARD),
    from(LIST),
    from(WALL),
    from(OVER),
  ]
  const behind = followImports(DOORS.map(path), look, new Set(BOARD.map(path)))
  const onBoard = (id: string) => board.has(id) || list.has(id) || wall.has(id)
  const files: readonly (readonly [string | null, (id: string) => boolean])[] = [
    // Nothing is loaded before that.
    [null, (id) => page.has(id)],
    // The device is read while the rest is on its way.
    ['ahead', (id) => ahead.has(id)],
    // What somebody loads at a door, or in a moment there, mustn't bring the board with it.
    ['doors', (id) => doors.has(id) && onBoard(id)],
    ['both', (id) => behind.has(id) && (board.has(id) || wall.has(id))],
    [null, (id) => behind.has(id)],
    ['board', (id) => board.has(id)],
    ['pages', (id) => list.has(id) && wall.has(id)],
    ['wall', (id) => wall.has(id)],
    // What the wall asks for once it is painted mustn't bring the list with it.
    ['over', (id) => over.has(id)],
    ['list', (id) => list.has(id)],
  ]
  // A page that is asked for by name is a file by itself, or it loses its name.
  const pages: Modules = new Set([...DOORS, ...BOARD, ...LIST, ...WALL].map(path))
  const named = [board, list, wall].flatMap((modules) => [...modules].filter((id) => !pages.has(id)))
  return new Map(named.map((id) => [id, files.find(([, has]) => has(id))?.[0] ?? null]))
}
