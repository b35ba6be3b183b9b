import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { Session, Shortlist } from '@momentous/shared/domain/session'
import { rank, ties, type Ranked } from '@momentous/shared/priorities/rank'
import { suggestShortlist, type Suggestion } from '@momentous/shared/priorities/shortlist'
import { nameOf } from './moment-name.ts'
import { shortName } from './short-name.ts'
import type { PromptWords } from '../words/prompt.ts'
import {
  ballotsCounted,
  chooseWords,
  fewTicked,
  settledCount,
  standOut,
  tieAt,
  tieAtTheBorder,
  voteClosed,
} from '../words/choose.ts'

type ClosedVote = Extract<Session['vote'], { readonly state: 'closed' }>

/** What a closed vote says, by place: those with dots, and how many of them stand above the border. */
export interface VoteResult {
  readonly ranked: readonly Ranked[]
  readonly above: number
  readonly suggestion: Suggestion
}

/** Moments on a settled shortlist come first, also when the dots said something else. */
export function voteResult(moments: readonly Moment[], vote: ClosedVote, shortlist: Shortlist | null): VoteResult {
  const all = rank(moments, vote.totals)
  const suggestion = suggestShortlist(all)
  const chosen = new Set(shortlist?.moments ?? suggested(suggestion))
  const ranked = all.filter(({ moment, ticks }) => ticks > 0 || chosen.has(moment.id))
  const isIn = ({ moment }: Ranked) => Number(chosen.has(moment.id))
  return { ranked: ranked.toSorted((a, b) => isIn(b) - isIn(a)), above: chosen.size, suggestion }
}

/** The moments that stand out without anybody's choice. */
export function suggested(suggestion: Suggestion): readonly MomentId[] {
  return (suggestion.state === 'tie' ? suggestion.sure : suggestion.moments).map(({ id }) => id)
}

/** What the prompt says after the close: to the facilitator as a question, to the others as news. */
export function resultWords(
  result: VoteResult,
  vote: ClosedVote,
  shortlist: Shortlist | null,
  steers: boolean,
): PromptWords {
  const dots = Object.values(vote.totals).reduce((sum, each) => sum + each, 0)
  const counted = ballotsCounted(vote.ballots, dots)
  if (shortlist !== null) {
    return {
      question: settledCount(shortlist.moments.length),
      hint: shortlist.reason === '' ? counted : shortlist.reason,
    }
  }
  const { suggestion } = result
  const hint =
    suggestion.state === 'clear' ? (tieAmong(result, suggestion.moments) ?? counted) : borderWords(suggestion)
  if (!steers || suggestion.state !== 'clear') return { question: voteClosed(dots, vote.ballots), hint }
  return { question: standOut(suggestion.moments.length), hint }
}

function borderWords(suggestion: Exclude<Suggestion, { readonly state: 'clear' }>): string {
  if (suggestion.state === 'few')
    return suggestion.moments.length === 0 ? chooseWords.nobody : fewTicked(suggestion.moments.length)
  return tieAtTheBorder(suggestion.tied.length, suggestion.sure.length, suggestion.most)
}

/** The first tie inside the list, named: nobody shall think that the order of equals means something. */
function tieAmong({ ranked }: VoteResult, moments: readonly Moment[]): string | null {
  const inside = new Set(moments.map(({ id }) => id))
  const tie = ties(ranked).find((each) => each.moments.some(({ id }) => inside.has(id)))
  return tie === undefined
    ? null
    : tieAt(
        tie.moments.map((moment) => `“${shortName(nameOf(moment))}”`),
        tie.place,
        tie.ticks,
      )
}
