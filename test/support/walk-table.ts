/**
 * The table of the design (rules.md), typed a second time for the tests that walk it: F facilitator, P participant too,
 * - nobody; F+ adds only. The columns are the stages of a whole session, so a condition is a column of its own.
 */
export const stages = [
  'lobby',
  'post',
  'colour',
  'choose',
  'choose closed',
  'assess',
  'assess grading',
  'ideas',
  'decide',
  'plan',
] as const
export type Stage = (typeof stages)[number]

//                         lobby post colour choose closed assess grading ideas decide plan
const cells = {
  moment: /*            */ 'F  P  P  F  F  F  F  F+ F  F',
  'moment by hand': /*  */ 'F  P  P  F  F  F  F  -  P  P',
  'contact type': /*    */ 'F  P  P  F  F  F  F  -  F  F',
  ink: /*               */ 'F  P  P  -  F  P  -  -  P  P',
  assessment: /*        */ '-  F  F  F  F  P  P  F  P  P',
  plan: /*              */ '-  -  -  -  -  -  -  -  -  P',
  session: /*           */ 'F  F  F  F  F  F  F  F  F  F',
  ballot: /*            */ '-  -  -  P  -  -  -  -  -  -',
  shortlist: /*         */ '-  -  -  -  F  F  F  -  F  F',
  grade: /*             */ '-  -  -  -  -  -  P  -  -  -',
  ranking: /*           */ '-  -  -  -  -  F  -  -  F  F',
  idea: /*              */ '-  -  -  -  -  -  -  P  -  -',
  'own idea': /*        */ '-  -  -  -  -  -  -  P  -  -',
  verdict: /*           */ '-  -  -  -  -  -  -  -  F  F',
  owner: /*             */ '-  -  -  -  -  -  -  -  -  P',
  count: /*             */ 'P  P  P  P  P  P  P  P  P  P',
  keep: /*              */ '-  -  -  P  P  P  P  -  P  P',
  steer: /*             */ 'F  F  F  F  F  F  F  F  F  F',
  import: /*            */ 'F  F  F  -  F  F  F  -  F  F',
  seats: /*             */ 'F  F  F  F  F  F  F  F  F  F',
} as const
export type RowOfWalk = keyof typeof cells

/** The rule that a refusal names. */
export const ruleOfRow: Readonly<Record<RowOfWalk, string>> = {
  moment: 'M1',
  'moment by hand': 'M2',
  'contact type': 'M3',
  ink: 'K1',
  assessment: 'A1',
  plan: 'P1',
  session: 'S1',
  ballot: 'V1',
  shortlist: 'V2',
  grade: 'A2',
  ranking: 'A3',
  idea: 'I1',
  'own idea': 'I3',
  verdict: 'I4',
  owner: 'P2',
  count: 'P3',
  keep: 'M6',
  steer: 'S2',
  import: 'S6',
  seats: 'S4',
}

export type Walker = 'facilitator' | 'participant' | 'observer'

/** May they, says the table; `adds` when a new record is written. */
export function tableSays(row: RowOfWalk, stage: Stage, who: Walker, adds = false): boolean {
  const cell = cells[row].split(/ +/)[stages.indexOf(stage)] ?? '-'
  if (who === 'observer' || cell === '-' || (cell === 'F+' && !adds)) return false
  return cell === 'P' || who === 'facilitator'
}

/** Every place that a client may write directly, and a value that it may hold. A text is typed into. */
export const directPlaces: Readonly<Record<string, Readonly<Record<string, readonly [RowOfWalk, unknown]>>>> = {
  moments: {
    text: ['moment', 'text'],
    order: ['moment', 'a1'],
    kind: ['moment', 'decisive'],
    seconds: ['moment', 90],
    serves: ['moment', null],
    prompt: ['moment', 'On the way'],
    stackedOn: ['moment', null],
    removed: ['moment', false],
    place: ['moment by hand', [1, 2, 176, 120]],
    paper: ['moment by hand', 'rose'],
    locked: ['moment by hand', false],
    group: ['moment by hand', 'group-of-the-walk'],
    z: ['moment by hand', 'a1'],
    channel: ['contact type', 'phone'],
    setting: ['contact type', null],
  },
  ink: {
    pen: ['ink', 'ink'],
    width: ['ink', 4],
    points: ['ink', new Uint8Array([50, 0, 0, 0x9a, 1, 0x9a, 1])],
    moved: ['ink', [5, -5]],
    group: ['ink', 'group-of-the-walk'],
    z: ['ink', null],
  },
  shapes: {
    words: ['ink', 'text'],
    place: ['ink', [1, 2, 176, 120]],
    from: ['ink', { at: 'a-moment-of-the-walk' }],
    to: ['ink', { point: [1, 2] }],
    tint: ['ink', 'face'],
    size: ['ink', 'l'],
    locked: ['ink', false],
    removed: ['ink', false],
    group: ['ink', null],
    z: ['ink', 'a1'],
  },
  stages: { title: ['moment', 'text'], order: ['moment', 'a1'], removed: ['moment', false] },
  assessments: {
    expectation: ['assessment', 'text'],
    description: ['assessment', 'text'],
    issue: ['assessment', 'text'],
    evidence: ['assessment', null],
  },
  actions: {
    text: ['plan', 'text'],
    firstStep: ['plan', 'text'],
    moment: ['plan', 'a-moment-of-the-walk'],
    due: ['plan', '2026-12-24'],
    target: ['plan', null],
    ideas: ['plan', []],
    order: ['plan', 'a1'],
    removed: ['plan', false],
  },
  rungs: {
    text: ['plan', 'text'],
    moment: ['plan', 'a-moment-of-the-walk'],
    order: ['plan', 'a1'],
    done: ['plan', true],
    removed: ['plan', false],
  },
}

/** Every place that is written with its record and never again. */
export const fixedPlaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  shapes: { kind: 'connector', image: { hash: 'ab'.repeat(32), w: 30, h: 20 } },
}

/** Every place that only the server writes. */
export const governedPlaces: Readonly<Record<string, readonly string[]>> = {
  grades: ['grading', 'settled'],
  ideas: ['moment', 'text', 'by', 'slot', 'verdict', 'withdrawn'],
  builds: ['idea', 'text', 'by', 'slot', 'withdrawn'],
  concerns: ['moment', 'idea', 'text', 'slot'],
  actions: ['owner', 'agreed'],
}

export const sessionKeys = [
  ...[
    'version',
    'title',
    'why',
    'customer',
    'firm',
    'logo',
    'phase',
    'phaseNumber',
    'dots',
    'stacking',
    'room',
    'vote',
    'shortlist',
  ],
  ...['focus', 'anonymous', 'goal', 'timer', 'closing', 'channels', 'kept', 'nextSession', 'finished'],
] as const
