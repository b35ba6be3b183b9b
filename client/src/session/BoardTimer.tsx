import type { Timer } from '@momentous/shared/domain/session'
import { useEffect, useRef } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { TimerFigures } from '../controls/TimerFigures.tsx'
import { Tip } from '../controls/Tip.tsx'
import { useSecondsUntil } from '../controls/use-seconds-until.ts'
import { useActor, useSession } from '../model/use-store.ts'
import { controlWords } from '../words/controls.ts'
import { frameWords } from '../words/frame.ts'
import { useBoardDialog } from './board-dialog.ts'
import { useOwnClock } from './use-own-clock.ts'
import './board-timer.css'

/** What is left of the time, on the server's clock: somebody who comes late sees the same figures. */
export function BoardTimer() {
  const timer = useSession((session) => session.timer)
  const { role } = useActor()
  const dialog = useBoardDialog()
  if (timer === null) return null
  const figures =
    timer.state === 'running' ? <Running key={timer.endsAt} endsAt={timer.endsAt} /> : <Paused timer={timer} />
  if (role !== 'facilitator') return figures
  return (
    <Tip words={frameWords.timer} side="below">
      <button type="button" className="board-timer" onClick={() => dialog.set('timer')}>
        {figures}
      </button>
    </Tip>
  )
}

function Running({ endsAt }: { readonly endsAt: number }) {
  const { sayNow } = useAnnouncer()
  const seconds = useSecondsUntil(useOwnClock(endsAt))
  // The end is told once, and only to those who saw it come.
  const before = useRef(seconds)
  useEffect(() => {
    if (seconds === 0 && before.current > 0) sayNow(controlWords.timeIsUp)
    before.current = seconds
  }, [seconds, sayNow])
  return <TimerFigures seconds={seconds} />
}

function Paused({ timer }: { readonly timer: Extract<Timer, { state: 'paused' }> }) {
  return <TimerFigures seconds={Math.ceil(timer.left / 1000)} paused />
}
