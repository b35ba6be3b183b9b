import { phases, type Phase } from '@momentous/shared/domain/phase'
import { colourWords } from './colour.ts'
import { phaseSentences } from './phase-sentences.ts'
import { postWords } from './post.ts'

/** What a phase asks of everybody, and one line on how to go about it. */
export interface PromptWords {
  readonly question: string
  readonly hint: string
}

export interface PromptFacts {
  /** What the board calls a customer. */
  readonly customer: string
  readonly stacking: boolean
}

/** The question of a whole phase; the screens of a priority ask a narrower one. */
export function promptOf(phase: Phase, { customer, stacking }: PromptFacts): PromptWords {
  switch (phase) {
    case 'lobby':
      return { question: `${phaseSentences.lobbyWhy}.`, hint: phaseSentences.lobbyWhySeen }
    case 'post':
      return { question: postWords.question(customer), hint: postWords.hint }
    case 'colour':
      return { question: colourWords.question(customer), hint: colourWords.hint }
    case 'choose':
      return {
        question: phaseSentences.chooseQuestion,
        hint: `${phaseSentences.chooseHint} ${stacking ? phaseSentences.chooseStacking : phaseSentences.chooseNotStacking}`,
      }
    case 'assess':
      return {
        question: `What does the ${customer} expect, and what happens?`,
        hint: 'The expectation first. Then everybody grades for themselves.',
      }
    case 'ideas':
      return { question: `How could these moments surprise the ${customer}?`, hint: phaseSentences.ideasHint }
    case 'decide':
      return { question: 'Which of these have merit?', hint: phaseSentences.decideHint }
    case 'plan':
      return { question: phaseSentences.planQuestion, hint: 'Small steps first. The form fills itself.' }
  }
}

/** What the live region says when the session moves: "Choose. Which moments decide whether they come back?" */
export function phaseNews(phase: Phase, facts: PromptFacts): string {
  return `${phases[phase].label}. ${promptOf(phase, facts).question}`
}
