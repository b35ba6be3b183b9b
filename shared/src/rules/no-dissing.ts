/**
 * What the words of an idea or a build may do to the room: close an idea down, bring up money too early, or put the
 * writer's own idea down. A hint for the writer before sending, never a verdict and never told to anybody else.
 */
export type Nudge = 'closing' | 'money' | 'apology'

const PUT_DOWN = '(stupid|silly|daft|dumb|crazy|mad|terrible|bad|ridiculous|useless)'
const IT = '(it|that|this|they)'

/** In the order of asking: who begs pardon and closes the idea down all the same is asked about the closing. */
const phrases = {
  closing: [
    /^(but|(yes|yeah|ok|okay|nice|great|good idea)[,.]? but)\b/,
    /\b(we|i)('ve| have)? (already |always )?tried (it|that|this|something like)\b/,
    /\b(been|was|were) tried (before|already)\b/,
    new RegExp(
      `\\b${IT}('ll| will| would| can| could|'d)? (just |simply |probably )?never (ever )?(works?|happens?|help)\\b`,
    ),
    new RegExp(
      `\\b${IT} (just |simply |probably )?(won't|wouldn't|will not|would not|can't|cannot|doesn't|didn't|did not) (ever )?(work|happen|help)\\b`,
    ),
    /\b(can't|cannot|can never) (be done|do (it|that|this))\b/,
    /\b(nobody|no one|management|the boss|patients|customers|guests|they|people) (will|would|'ll|'d) (never|hate|not (want|like|use|do))\b/,
    /\b(nobody|no one) (will|would) (ever )?(use|want|read|like|do|come|buy|pay)\b/,
    /\b(is|'s|are|be) (just |simply |completely )?(impossible|unrealistic|not (possible|realistic|allowed)|pointless|nonsense)\b/,
    /\b(makes no|doesn't make( any)?) sense\b/,
    /\b(not|isn't) (our|my) (job|problem|business)\b/,
    /\b(not|isn't) how (we|things|it)\b/,
    /\bwe('ve| have) always done\b/,
    /\b(far |way |much )?too (hard|difficult|complicated|risky|much work|dangerous)\b/,
    /\b(don't|do not|won't) have (the |enough )?(time|people|staff) (for|to)\b|\bno time for (it|that|this)\b/,
    /\bagainst (the |our )?(rules?|law|policy|regulations?)\b/,
    /\b(waste of time|what's the point|what is the point|let's be realistic|get real|be serious)\b/,
    new RegExp(`\\b(that's|that is|what) (just |such )?an? ${PUT_DOWN} idea\\b`),
  ],
  money: [
    /\b(far |way |much )?too (expensive|costly|dear)\b/,
    /\bcosts? (us )?(far |way )?too much\b/,
    /\b(can't|cannot|could never|will never|won't|don't) afford\b/,
    /\b(no|not enough|isn't the|not the) (budget|money)\b|\bnot in the budget\b/,
    /\bdon't have the (money|budget)\b/,
    /\bwho('s| is| will| would)? (going to )?pays?\b/,
    /\b(how much|what) (does|would|will|is) (it|that|this) (going to )?cost\b/,
    /\bwaste of money\b/,
  ],
  apology: [
    /^(i'm |i am )?(so )?sorry(,|\.| (but|if) | (for|about) (this|the (idea|silly|stupid|daft)))/,
    new RegExp(
      `\\b(this|it|mine)('s| is| may be| might be| could be| sounds?| seems?)( \\w+)?( an?)?( bit| little)? ${PUT_DOWN}\\b`,
    ),
    new RegExp(
      `^(probably|maybe|perhaps|possibly|i know)? ?(an? )?(bit )?${PUT_DOWN}( idea| thought| question| one)?,? but\\b`,
    ),
    /\b(ignore|forget|never mind) (me|this)\b|\bi know this (sounds|is)\b|\bjust a thought\b|\bdon't laugh\b/,
  ],
} as const satisfies Record<Nudge, readonly RegExp[]>

const order = Object.keys(phrases) as readonly Nudge[]

/** Which nudge these words call for; null for nearly everything that people write. */
export function nudgeFor(text: string): Nudge | null {
  const said = text.toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ').trim()
  return order.find((nudge) => phrases[nudge].some((phrase) => phrase.test(said))) ?? null
}
