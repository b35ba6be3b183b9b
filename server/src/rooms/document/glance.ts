import type { Board } from '@momentous/shared/board/board'
import { readGrade, readSession, type Values } from '@momentous/shared/board/read'
import { viewOf, type BoardView } from '@momentous/shared/board/view'
import type { Grade } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Session } from '@momentous/shared/domain/session'

/**
 * What the room itself has to know of its document: the session and the grades. It lies beside the document, so that a
 * room which nobody changes needs none. It says nothing that the shared document doesn't say.
 */
export type Glance = Pick<BoardView, 'session' | 'grades'>

export function glanceOf(board: Board): Glance {
  const view = viewOf(board)
  return asGlance(view.session, view.grades())
}

export function writeGlance({ session, grades }: Glance): string {
  return JSON.stringify({ session, grades: grades() })
}

/** Null for one that can't be read; then the document has to be asked. */
export function readGlance(text: string | null): Glance | null {
  try {
    const { session, grades } = JSON.parse(text ?? '') as { session: object; grades: readonly object[] }
    return asGlance(
      readSession(valuesOf(session)),
      grades.map((grade) => readGrade(String(valuesOf(grade).get('moment')) as MomentId, valuesOf(grade))),
    )
  } catch {
    return null
  }
}

function asGlance(session: Session, grades: readonly Grade[]): Glance {
  return { session, grades: () => grades }
}

function valuesOf(record: object): Values {
  return new Map<string, unknown>(Object.entries(record))
}
