import { Timer } from 'lucide-react'
import { controlWords, minutesAndSeconds } from '../words/controls.ts'
import './timer-figures.css'

const LAST_SECONDS = 30

export interface TimerFiguresProps {
  readonly seconds: number
  readonly paused?: boolean
}

/** Minutes and seconds that are left; the last half minute in the warning colour. Nothing moves by itself at zero. */
export function TimerFigures({ seconds, paused }: TimerFiguresProps) {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  const figures = `${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
  return (
    <span className={seconds <= LAST_SECONDS ? 'timer-figures timer-figures-last' : 'timer-figures'} role="timer">
      <Timer />
      <span className="t-figures" aria-hidden="true">
        {seconds === 0 ? controlWords.timeIsUp : figures}
      </span>
      {paused && <span className="timer-figures-paused">{controlWords.paused}</span>}
      <span className="unseen">{seconds === 0 ? controlWords.timeIsUp : minutesAndSeconds(seconds)}</span>
    </span>
  )
}
