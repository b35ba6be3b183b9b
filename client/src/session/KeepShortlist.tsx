import type { MomentId } from '@momentous/shared/domain/id'
import { ArrowRight } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { useRuling } from '../model/use-store.ts'
import { keepThese } from '../words/choose.ts'
import { useAsk } from './use-ask.ts'

export interface KeepShortlistProps {
  readonly moments: readonly MomentId[]
  readonly filled: boolean
}

/** Settles what the dots suggest, as it is. */
export function KeepShortlist({ moments, filled }: KeepShortlistProps) {
  const ask = useAsk()
  const args = { moments: [...moments], reason: '' }
  const ruling = useRuling('settle-shortlist', args)
  return (
    <Button
      look={filled ? 'primary' : 'secondary'}
      iconAfter={<ArrowRight />}
      refusal={ruling.allowed ? null : ruling.reason}
      onClick={() => void ask('settle-shortlist', args)}
    >
      {keepThese(moments.length)}
    </Button>
  )
}
