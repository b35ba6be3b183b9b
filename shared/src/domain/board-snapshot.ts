import type { Action, Rung } from './action.ts'
import type { Assessment, Grade } from './assessment.ts'
import type { Build, Concern, Idea } from './idea.ts'
import type { Moment } from './moment.ts'
import type { Session } from './session.ts'
import type { Shape } from './shape.ts'
import type { Stage } from './stage.ts'
import type { Stroke } from './stroke.ts'

/** The whole board as plain frozen facts: what priorities, the planning form and every export are computed from. */
export interface BoardSnapshot {
  readonly session: Session
  readonly moments: readonly Moment[]
  readonly ink: readonly Stroke[]
  readonly assessments: readonly Assessment[]
  readonly grades: readonly Grade[]
  readonly ideas: readonly Idea[]
  readonly builds: readonly Build[]
  readonly concerns: readonly Concern[]
  readonly actions: readonly Action[]
  readonly rungs: readonly Rung[]
  readonly shapes: readonly Shape[]
  readonly stages: readonly Stage[]
}
