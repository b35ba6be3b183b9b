import type { BoardId } from '@momentous/shared/domain/id'
import { useEffect, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import type { Identity } from '../model/identity.ts'
import { dropLeftWords, leftWords } from '../model/left-words.ts'
import { UnsavedWords } from '../session/UnsavedWords.tsx'
import { unsavedWords } from '../words/frame.ts'

export interface LeftWordsProps {
  readonly board: BoardId
  readonly identity: Identity
  /** What the page that was just closed knew of. */
  readonly words?: readonly string[]
}

const NONE: readonly string[] = []

/** A board that was closed to a seat of this device never took these words; here they can be taken along. */
export function LeftWordsCard({ board, identity, words = NONE }: LeftWordsProps) {
  const [all, setAll] = useState(words)
  useEffect(() => {
    void leftWords(board, identity).then((kept) => setAll((known) => [...new Set([...known, ...kept])]))
  }, [board, identity])
  const drop = () => {
    setAll([])
    void dropLeftWords(board, identity)
  }
  return (
    <UnsavedWords words={all}>
      <Button look="tertiary" size="small" onClick={drop}>
        {unsavedWords.drop}
      </Button>
    </UnsavedWords>
  )
}
