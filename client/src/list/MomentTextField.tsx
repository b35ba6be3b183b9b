import { MOMENT_TEXT_MAX, type Moment } from '@momentous/shared/domain/moment'
import { useEffect, useRef } from 'react'
import { Button } from '../controls/Button.tsx'
import { SharedText } from '../controls/SharedText.tsx'
import { useSharedEdits } from '../model/use-shared-edits.ts'
import { listWords } from '../words/list.ts'

export interface MomentTextFieldProps {
  readonly moment: Moment
  readonly onDone: () => void
}

/** The words of a moment; every letter goes out at once, so that two people can write on one note. */
export function MomentTextField({ moment, onDone }: MomentTextFieldProps) {
  const box = useRef<HTMLDivElement>(null)
  const { refusal, onEdit } = useSharedEdits('moments', moment.id, 'text')
  useEffect(() => {
    const field = box.current?.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  return (
    <div ref={box} className="post-row-edit" onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <SharedText
        label={listWords.editLabel}
        bare
        value={moment.text}
        placeholder={moment.prompt ?? undefined}
        maxLength={MOMENT_TEXT_MAX}
        readOnly={refusal !== null}
        trouble={refusal}
        onEdit={onEdit}
      />
      <Button onClick={onDone}>{listWords.done}</Button>
    </div>
  )
}
