import type { Action, Rung } from '@momentous/shared/domain/action'
import type { Assessment, Grade } from '@momentous/shared/domain/assessment'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { Idea } from '@momentous/shared/domain/idea'
import type { ActionId, BoardId, IdeaId, MomentId, RungId, SeatId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { Session } from '@momentous/shared/domain/session'
import type { ExportInput, ExportOptions } from '@momentous/shared/exports/exporter'
import { redact } from '@momentous/shared/exports/redact'
import { planningForm, type FormChoice } from '@momentous/shared/priorities/planning-form'

/** Facts of a board for tests: everything has a default, a test names what it is about. */
export const momentId = (n: number) => `moment-${String(n).padStart(4, '0')}` as MomentId
export const SEAT = 'seat-of-somebody' as SeatId
export const BOARD = 'board-of-tests' as BoardId

export function sampleMoment(n: number, facts: Partial<Moment> = {}): Moment {
  return {
    id: momentId(n),
    text: `Moment ${n}`,
    order: `a${String(n).padStart(4, '0')}V`,
    place: null,
    paper: 'butter',
    channel: null,
    setting: null,
    kind: 'basic',
    seconds: null,
    serves: null,
    prompt: null,
    stackedOn: null,
    locked: false,
    removed: false,
    group: null,
    z: null,
    ...facts,
  }
}

export function sampleSession(facts: Partial<Session> = {}): Session {
  return {
    version: 1,
    title: 'Harbour Street Dental',
    why: 'Patients decide in the waiting room.',
    customer: 'patient',
    firm: '',
    logo: null,
    phase: 'plan',
    phaseNumber: 7,
    dots: 3,
    stacking: true,
    room: 0,
    vote: { state: 'none' },
    shortlist: null,
    focus: null,
    anonymous: true,
    goal: 20,
    timer: null,
    closing: null,
    channels: [],
    kept: [],
    nextSession: null,
    finished: null,
    ...facts,
  }
}

export function sampleAssessment(n: number, facts: Partial<Assessment> = {}): Assessment {
  return { moment: momentId(n), expectation: '', evidence: null, description: '', issue: '', ...facts }
}

export function sampleGrade(n: number, facts: Partial<Grade> = {}): Grade {
  return { moment: momentId(n), grading: null, settled: null, ...facts }
}

export function sampleAction(n: number, facts: Partial<Action> = {}): Action {
  return {
    id: `action-${String(n).padStart(4, '0')}` as ActionId,
    moment: momentId(n),
    text: `Action ${n}`,
    firstStep: '',
    due: null,
    target: null,
    ideas: [],
    owner: null,
    agreed: [],
    order: `a${n}V`,
    removed: false,
    ...facts,
  }
}

export function sampleIdea(n: number, facts: Partial<Idea> = {}): Idea {
  return {
    id: `idea-${String(n).padStart(6, '0')}` as IdeaId,
    moment: momentId(n),
    text: `Idea ${n}`,
    by: null,
    slot: `s${n}`,
    verdict: { state: 'table' },
    withdrawn: false,
    ...facts,
  }
}

export function sampleRung(n: number, facts: Partial<Rung> = {}): Rung {
  return {
    id: `rung-${String(n).padStart(6, '0')}` as RungId,
    moment: momentId(n),
    text: `Rung ${n}`,
    order: `a${n}V`,
    done: false,
    removed: false,
    ...facts,
  }
}

export function sampleBoard(facts: Partial<BoardSnapshot> = {}): BoardSnapshot {
  return {
    session: sampleSession(),
    moments: [],
    ink: [],
    assessments: [],
    grades: [],
    ideas: [],
    builds: [],
    concerns: [],
    actions: [],
    rungs: [],
    shapes: [],
    stages: [],
    ...facts,
  }
}

export const everyRow: FormChoice = { order: 'timeline', rows: 'all', prompts: false }

export function exportInput(
  board: BoardSnapshot,
  options: Partial<ExportOptions> = {},
  choice: FormChoice = everyRow,
): ExportInput {
  return {
    id: BOARD,
    form: planningForm(board, choice),
    board: redact(board, 'facilitator'),
    options: { sheet: 'form', bom: true, now: Date.UTC(2026, 10, 21, 12), date: null, people: null, ...options },
  }
}
