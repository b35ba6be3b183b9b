import { capital, counted, figured, inWords } from './number.ts'

export const assessWords = {
  strip: 'The shortlist on the timeline',
  expectQuestion: 'What do they expect of us here?',
  expectPlaceholder: 'Seen within ten minutes, or told why not.',
  theyExpect: 'They expect',
  evidence: 'How do we know?',
  gradeQuestion: 'How do we do today?',
  nobodySees: 'Nobody sees your grade. Totals come together.',
  give: 'Give my grade',
  given: 'Your grade is in. You can change it until the reveal.',
  changeGrade: 'Change my grade',
  openGrading: 'Let everybody grade',
  expectFirst: 'Write down first what they expect. A grade means nothing without it.',
  hold: 'Hold to reveal',
  gradeAgain: 'Grade again',
  spreadHint: 'Each dot is one person. Nobody can see whose is whose.',
  whatTheyExpect: 'what they expect',
  teamsGrade: 'The team’s grade',
  talkFirst: 'Talk it through, then settle it',
  settle: 'Settle and go on',
  settleLast: 'Settle it',
  description: 'Description',
  issue: 'Issue or problem',
  forTheForm: 'for the form',
  expectHint: 'In their words, not ours. Everything else is measured against this line.',
  changeExpectation: 'Change it',
  keepExpectation: 'Done',
  noExpectation: 'Nothing is written here yet.',
  thenGrade: 'Then everybody grades for themselves, unseen.',
  waitForGrading: (facilitator: string) => `${facilitator} opens the grading once this is written.`,
  waitForSettling: (facilitator: string) => `Talk it through. ${facilitator} settles it.`,
  chooseFirst: 'Choose one of the three first.',
  chooseTeamsGrade: 'Choose the team’s grade first.',
  lookingOn: 'The team is grading. The spread appears when the grades are shown.',
  noPriorities: 'There is no shortlist to work on. Go back to Choose and settle one.',
  lookingAside: 'You look at another moment than the others.',
  backToOthers: 'Back to the others',
  somebody: 'The facilitator',
}

/** Beside the spread, and on the cards of the phone. */
export const gradeMeanings = {
  magical: { spread: 'goes beyond it', own: 'We go beyond it' },
  neutral: { spread: 'just meets it', own: 'We just meet it' },
  miserable: { spread: 'falls short of it', own: 'We fall short of it' },
}

export function spreadTitle(graded: number): string {
  return `${capital(inWords(graded))} of us graded. Here is the spread.`
}

export function gradedCount(graded: number, all: number): string {
  return `${graded} of ${all} graded`
}

export function gradesComing(graded: number, all: number): string {
  return all > 0 && graded >= all ? 'All grades are in.' : 'Waiting for the grades.'
}

export function spreadRead(spread: { magical: number; neutral: number; miserable: number }): string {
  return `The grades are open. Magical ${spread.magical}, neutral ${spread.neutral}, miserable ${spread.miserable}.`
}

export function settledAs(moment: string, label: string): string {
  return `“${moment}” is settled as ${label.toLowerCase()}.`
}

export function gradesIn(count: number): string {
  return `${capital(counted(count, 'grade'))} in.`
}

export function peopleWith(count: number, label: string): string {
  return `${label}: ${figured(count, 'person', 'people')}`
}
