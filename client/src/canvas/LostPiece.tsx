import type { Ruling } from '@momentous/shared/rules/ruling'
import { useEffect } from 'react'
import type { Bench } from '../tools/bench.ts'
import { LostWords } from './LostWords.tsx'
import { useScene } from './use-scene.ts'

export interface LostPieceProps {
  readonly bench: Bench
  /** What happened. */
  readonly title: string
  /** What was written there; null when it isn't in the bin any more. */
  readonly words: () => string | null
  readonly mayPutBack: () => Ruling
  /** True when it is out of the bin. */
  readonly putBack: () => boolean
  /** Goes on with the typing. */
  readonly onBack: () => void
  readonly onAnswered: () => void
}

/** What somebody else put in the bin while this person typed into it, for as long as it lies there. */
export function LostPiece({ bench, title, words, mayPutBack, putBack, onBack, onAnswered }: LostPieceProps) {
  useScene(bench)
  const kept = words()
  const back = kept === null
  useEffect(() => {
    if (back) onAnswered()
  }, [back, onAnswered])
  if (back) return null
  const onPutBack = () => {
    if (!putBack()) return
    onAnswered()
    onBack()
  }
  return <LostWords title={title} words={kept} ruling={mayPutBack()} onPutBack={onPutBack} onLetGo={onAnswered} />
}
