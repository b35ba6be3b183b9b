import { TextArea } from '../controls/TextArea.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { homeWords, whySample } from '../words/home.ts'

const WHY_MAX = 1000

export interface WhyFieldProps {
  readonly value: string
  readonly onChange: (why: string) => void
}

/** Why it matters, for who knows it before the session; a sample is one press away. */
export function WhyField({ value, onChange }: WhyFieldProps) {
  return (
    <div className="start-form-why">
      <TextArea
        label={homeWords.whyLabel}
        aside={value === '' && <TextButton onClick={() => onChange(whySample)}>{homeWords.sampleWhy}</TextButton>}
        hint={homeWords.whyHint}
        value={value}
        onChange={onChange}
        maxLength={WHY_MAX}
        autoFocus
      />
    </div>
  )
}
