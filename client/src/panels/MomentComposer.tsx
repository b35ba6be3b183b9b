import type { ChannelId, OwnChannel } from '@momentous/shared/domain/contact-type'
import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import { Plus } from 'lucide-react'
import { useRef, type ClipboardEvent, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { ChannelIcon } from '../controls/ChannelIcon.tsx'
import { channelLook } from '../controls/channel-look.ts'
import { TextField } from '../controls/TextField.tsx'
import { carriedBy, type Carried } from '../model/carried.ts'
import { nextNoteIs, postWords } from '../words/post.ts'
import { momentLines } from '../session/moment-lines.ts'
import './moment-composer.css'

export interface MomentComposerProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly placeholder: string
  /** Where the next note goes, if it isn't the end. */
  readonly hint?: string | undefined
  /** The contact type that the next note starts with. */
  readonly channel: ChannelId | null
  readonly own: readonly OwnChannel[]
  /** Something else on the screen is the next thing to do. */
  readonly quiet: boolean
  /** One moment a line. False when they were not taken: then the words stay. */
  readonly onAdd: (texts: readonly string[]) => boolean
  /** Several lines, cells or notes that were pasted into the empty field; false when they were not taken. */
  readonly onPasted: (carried: Carried) => boolean
}

/** Enter adds and keeps the focus; several pasted lines are several moments. */
export function MomentComposer(props: MomentComposerProps) {
  const { text, onText, placeholder, hint, channel, own, quiet, onAdd, onPasted } = props
  const form = useRef<HTMLFormElement>(null)

  const add = (texts: readonly string[]) => {
    if (texts.length > 0) onText(onAdd(texts) ? '' : texts.join('\n'))
    form.current?.querySelector('input')?.focus()
  }
  const onSend = (event: FormEvent) => {
    event.preventDefault()
    add(momentLines(text))
  }
  const onPaste = (event: ClipboardEvent) => {
    if (text.trim() === '' && onPasted(carriedBy(event.clipboardData))) event.preventDefault()
  }

  return (
    <form ref={form} className="moment-composer" onSubmit={onSend}>
      {channel !== null && (
        <span className="moment-composer-type">
          <ChannelIcon channel={channel} own={own} />
          <span className="unseen">{nextNoteIs(channelLook(channel, own).label)}</span>
        </span>
      )}
      <TextField
        label={postWords.composer}
        bare
        value={text}
        onChange={onText}
        onPaste={onPaste}
        maxLength={MOMENT_TEXT_MAX}
        placeholder={placeholder}
        enterKeyHint="send"
        data-composer="moment"
        {...(hint !== undefined && { title: hint })}
      />
      <Button type="submit" look={quiet ? 'secondary' : 'primary'} icon={<Plus />}>
        {postWords.add}
      </Button>
    </form>
  )
}
