import type { MomentId } from '@momentous/shared/domain/id'
import { Layers, X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import type { AlikePair } from '../model/alike-pairs.ts'
import { alikeWords, areNearlyTheSame, sayNearlyTheSame, stackedNow } from '../words/alike.ts'
import { nameOf } from './moment-name.ts'
import { useAlike, type Alike, type AlikeFound } from './use-alike.ts'
import './alike-offer.css'

export interface AlikeOfferProps {
  /** Shows both where the person looks. */
  readonly onShow: (pair: AlikePair) => void
  /** Takes the focus when the button that had it has gone. */
  readonly onDone: () => void
}

/** What was stacked a moment ago, and can be taken apart at the same place. */
interface Stacked {
  readonly ids: readonly MomentId[]
  readonly base: string
}

/** How long the stack can be taken apart here. Later the stack’s own menu does that. */
const STAYS_MS = 10_000

/** Two moments say nearly the same: offers to stack them, quietly, and does nothing by itself. */
export function AlikeOffer({ onShow, onDone }: AlikeOfferProps) {
  const alike = useAlike()
  const [stacked, setStacked] = useState<Stacked | null>(null)
  useEffect(() => {
    if (stacked === null) return undefined
    const timer = setTimeout(() => setStacked(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [stacked])
  const takeApart = () => {
    if (stacked) alike.takeApart(stacked.ids)
    setStacked(null)
    onDone()
  }
  // Taken back or apart meanwhile, by whomever.
  if (stacked !== null && alike.areStacked(stacked.ids)) {
    return (
      <Hint words={stackedNow(stacked.base)} closing={alikeWords.close} onClose={() => setStacked(null)}>
        <TextButton onClick={takeApart}>{alikeWords.takeApart}</TextButton>
      </Hint>
    )
  }
  return (
    alike.found && <Offer found={alike.found} alike={alike} onShow={onShow} onStacked={setStacked} onDone={onDone} />
  )
}

interface OfferProps extends AlikeOfferProps {
  readonly found: AlikeFound
  readonly alike: Alike
  readonly onStacked: (stacked: Stacked) => void
}

function Offer({ found: { pair, numbers }, alike, onShow, onStacked, onDone }: OfferProps) {
  const { say } = useAnnouncer()
  const [one, other] = pair.map((moment, at) => ({ number: numbers[at] ?? 0, text: nameOf(moment) }))
  const sentence = one && other ? sayNearlyTheSame(one, other) : ''
  const told = areNearlyTheSame(nameOf(pair[0]), nameOf(pair[1]))
  // Numbers change with every note that comes before: no news.
  useEffect(() => say(told), [say, told])
  const stack = () => {
    const ids = alike.stack(pair)
    if (ids === null) return
    const base = nameOf(pair[0])
    say(stackedNow(base))
    onStacked({ ids, base })
    onDone()
  }
  const leave = () => {
    alike.leave(pair)
    onDone()
  }
  return (
    <Hint words={sentence} closing={alikeWords.leave} onClose={leave}>
      <TextButton onClick={stack}>{alikeWords.stack}</TextButton>
      <TextButton onClick={() => onShow(pair)}>{alikeWords.show}</TextButton>
    </Hint>
  )
}

interface HintProps {
  readonly words: string
  readonly closing: string
  readonly onClose: () => void
  readonly children: ReactNode
}

function Hint({ words, closing, onClose, children }: HintProps) {
  return (
    <div className="alike-offer" role="group" aria-label={alikeWords.title}>
      <Layers aria-hidden />
      <div className="alike-offer-words">
        <p>{words}</p>
        <div className="alike-offer-buttons">{children}</div>
      </div>
      <IconButton label={closing} icon={<X />} onClick={onClose} />
    </div>
  )
}
