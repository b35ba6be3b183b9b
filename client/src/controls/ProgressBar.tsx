import './progress-bar.css'

export interface ProgressBarProps {
  readonly label: string
  readonly value: number
  readonly goal: number
  /** What is read aloud instead of a percentage: "17 of 20 ideas". */
  readonly words?: string
}

export function ProgressBar({ label, value, goal, words }: ProgressBarProps) {
  const part = goal <= 0 ? 1 : Math.min(1, value / goal)
  return (
    <div
      className="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={goal}
      aria-valuenow={Math.min(value, goal)}
      aria-valuetext={words}
    >
      <span className="progress-bar-part" style={{ transform: `scaleX(${part})` }} />
    </div>
  )
}

export interface StepBarProps {
  readonly label: string
  readonly steps: number
  /** From 0; what lies before is done. */
  readonly at: number
}

/** The phone's seven-part progress. The words of the header say where we are. */
export function StepBar({ label, steps, at }: StepBarProps) {
  return (
    <div className="step-bar" role="img" aria-label={label}>
      {Array.from({ length: steps }, (_, step) => (
        <span key={step} className={step < at ? 'step-bar-done' : step === at ? 'step-bar-now' : 'step-bar-later'} />
      ))}
    </div>
  )
}
