import type { Action } from '../domain/action.ts'
import type { BoardSnapshot } from '../domain/board-snapshot.ts'
import type { Build, Idea } from '../domain/idea.ts'
import type { Role } from '../domain/role.ts'

/** An action as the outside may know it: the owner by name, the agreement as a count. */
export interface RedactedAction extends Omit<Action, 'owner' | 'agreed'> {
  readonly owner: string | null
  readonly agreed: number
}

/** A board without seats and authors: the only board that an export can be written from. */
export interface RedactedBoard extends Omit<BoardSnapshot, 'actions' | 'ideas' | 'builds'> {
  readonly actions: readonly RedactedAction[]
  readonly ideas: readonly Omit<Idea, 'by'>[]
  readonly builds: readonly Omit<Build, 'by'>[]
}

/**
 * The one gate between the board and every way out of it. No role gets an author or a seat, signed ideas included: a
 * file travels further than the room. What was withdrawn has no words. Late moments wait for the facilitator alone.
 */
export function redact(board: BoardSnapshot, role: Role): RedactedBoard {
  return {
    ...board,
    session: role === 'facilitator' ? board.session : { ...board.session, kept: [] },
    actions: board.actions.map(({ owner, agreed, ...action }) => ({
      ...action,
      owner: owner?.name ?? null,
      agreed: agreed.length,
    })),
    ideas: board.ideas.map(({ by: _, ...idea }) => unsaid(idea)),
    builds: board.builds.map(({ by: _, ...build }) => unsaid(build)),
  }
}

function unsaid<Said extends { readonly text: string; readonly withdrawn: boolean }>(said: Said): Said {
  return said.withdrawn ? { ...said, text: '' } : said
}
