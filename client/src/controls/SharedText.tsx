import { textEdit } from '@momentous/shared/commands/edit-text'
import { useLayoutEffect, useRef, type ComponentProps } from 'react'
import { edited, rebased, type Edit } from '../model/text-rebase.ts'
import { carried } from './caret.ts'
import { Field, type FieldFrame } from './Field.tsx'
import { grow } from './grow.ts'
import './text-area.css'

type Native = Omit<
  ComponentProps<'textarea'>,
  'className' | 'id' | 'value' | 'defaultValue' | 'onChange' | 'onInput' | 'ref'
>

export interface SharedTextProps extends FieldFrame, Native {
  /** The text as everybody has it. */
  readonly value: string
  /** False while there is nothing on the board to type into yet: what is typed waits here, and goes as soon as there is. */
  readonly live?: boolean
  /** Takes one small edit; false when it was refused, and the field goes back to what everybody has. */
  readonly onEdit: (edit: Edit) => boolean
  /** A single line looks like a field; Enter does nothing then. */
  readonly single?: boolean
}

/**
 * A text that several people type into. The field belongs to the browser, not to React: others' edits are put in around
 * the caret, and words that an input method is still composing are left alone until they are whole.
 */
export function SharedText(props: SharedTextProps) {
  const { label, aside, hint, trouble, bare, size, value, live = true, onEdit, single, rows = 2, ...rest } = props
  const frame: FieldFrame = { label, aside, hint, trouble, ...(bare && { bare }), ...(size && { size }) }
  const field = useSharedField(value, live, onEdit)
  return (
    <Field frame={frame}>
      {(ids) => (
        <textarea
          {...rest}
          {...ids}
          ref={field.ref}
          rows={single ? 1 : rows}
          className={single ? 'field-input text-area text-area-single' : 'field-input text-area'}
          onInput={field.settle}
          onCompositionStart={field.compose}
          onCompositionEnd={field.composed}
          onKeyDown={(event) => single && event.key === 'Enter' && event.preventDefault()}
        />
      )}
    </Field>
  )
}

function useSharedField(value: string, live: boolean, onEdit: (edit: Edit) => boolean) {
  const ref = useRef<HTMLTextAreaElement>(null)
  /** The text that everybody had when the field was last in step. */
  const known = useRef('')
  const composing = useRef(false)

  const settle = () => {
    const area = ref.current
    if (area === null || composing.current) return
    if (live) known.current = bringTogether(area, known.current, value, onEdit)
    grow(area)
  }
  useLayoutEffect(settle)

  return {
    ref,
    settle,
    compose: () => {
      composing.current = true
    },
    composed: () => {
      composing.current = false
      settle()
    },
  }
}

/** Puts what others wrote into the field and sends what was typed there; returns the text that both have then. */
function bringTogether(
  area: HTMLTextAreaElement,
  known: string,
  value: string,
  onEdit: (edit: Edit) => boolean,
): string {
  const typed = area.value
  const theirs = textEdit(known, value)
  if (typed === known) {
    show(area, value, theirs)
    return value
  }
  const own = rebased(textEdit(known, typed), known, value)
  const whole = edited(value, own)
  show(area, whole, theirs)
  if (onEdit(own)) return whole
  show(area, value, textEdit(whole, value))
  return value
}

/** Shows `text` and keeps the caret among the words where it was. */
function show(area: HTMLTextAreaElement, text: string, change: Edit): void {
  if (area.value === text) return
  const { selectionStart, selectionEnd, selectionDirection } = area
  area.value = text
  if (document.activeElement !== area) return
  area.setSelectionRange(carried(selectionStart, change), carried(selectionEnd, change), selectionDirection)
}
