import type { Ranking } from '@momentous/shared/domain/assessment'
import { settings, type ChannelId, type OwnChannel, type Setting } from '@momentous/shared/domain/contact-type'
import type { Paper } from '@momentous/shared/domain/moment'
import { CloudOff, Lightbulb, Lock } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { controlWords, ideasInWords } from '../words/controls.ts'
import { channelLook } from './channel-look.ts'
import { ChannelIcon } from './ChannelIcon.tsx'
import { DotPill } from './DotPill.tsx'
import { RankingBadge } from './RankingBadge.tsx'
import './note-card.css'

export interface NoteCardProps {
  readonly text: string
  readonly paper?: Paper
  readonly channel?: ChannelId | null
  readonly setting?: Setting | null
  readonly own?: readonly OwnChannel[]
  /** 176 x 120 as on the wall, 288 x 148 beside a question, or a row of the list. */
  readonly size?: 'wall' | 'large' | 'row'
  readonly locked?: boolean
  readonly ideas?: number
  readonly dots?: number | null
  readonly ranking?: Ranking | null
  /** Small words in the foot: "first impression", "about 20 min". */
  readonly foot?: ReactNode
  /** At the right of a row: its menu, a dot. */
  readonly action?: ReactNode
  /** Dashed: not saved yet, or without a contact type while colouring; faded: not on the shortlist. */
  readonly state?: 'selected' | 'unsaved' | 'dashed' | 'faded' | undefined
}

/** A note as the page draws it; the wall draws the same one on its canvas. */
export function NoteCard(props: NoteCardProps) {
  const { text, paper = 'butter', channel, own, size = 'wall', action, state } = props
  const look = channel ? channelLook(channel, own) : null
  const colours: CSSProperties & Record<`--${string}`, string> = { '--note': `var(--note-${paper})` }
  if (look) colours['--strip'] = look.colour
  const classes = ['note-card', `note-card-${size}`, look && 'note-card-typed', state && `note-card-${state}`]
  return (
    <div className={classes.filter(Boolean).join(' ')} style={colours}>
      <div className="note-card-body">
        <p className="note-card-text">{text}</p>
        <NoteFoot {...props} />
      </div>
      {state === 'unsaved' && <CloudOff className="note-card-kept" />}
      {action !== undefined && <div className="note-card-action">{action}</div>}
    </div>
  )
}

function NoteFoot(props: NoteCardProps) {
  const { channel, setting, own, size = 'wall', locked, ideas, dots = null, ranking = null, foot } = props
  const look = channel ? channelLook(channel, own) : null
  const badges = [locked, Boolean(ideas), dots !== null, ranking !== null].filter(Boolean).length
  const crowded = size === 'wall' && badges > (locked ? 1 : 0)
  if (size === 'row' && !look && foot === undefined && badges === 0) return null
  return (
    <div className="note-card-foot">
      {channel && look && (
        <span className="note-card-type">
          <ChannelIcon channel={channel} own={own ?? []} />
          <span className="note-card-letter" aria-hidden="true">
            {look.letter}
          </span>
          <TypeWords label={look.label} setting={setting ?? null} size={size} crowded={crowded} />
        </span>
      )}
      {foot !== undefined && <span className="note-card-words">{foot}</span>}
      {badges > 0 && (
        <span className="note-card-badges">
          {locked && <Lock aria-label={controlWords.locked} />}
          {ideas ? <IdeaCount count={ideas} /> : null}
          {dots !== null && <DotPill count={dots} strong={props.state !== 'faded'} />}
          {ranking !== null && <RankingBadge ranking={ranking} bare={badges > 1} />}
        </span>
      )}
    </div>
  )
}

/** A row has room for the whole name; a note shows the setting, unless a badge needs the room. */
function TypeWords(props: { label: string; setting: Setting | null; size: string; crowded: boolean }) {
  const { label, setting, size, crowded } = props
  const settingWords = setting === null ? null : settings[setting].label
  const whole = settingWords === null ? label : `${label}, ${settingWords}`
  if (size === 'row') return <span className="note-card-setting">{whole}</span>
  return (
    <>
      <span className="unseen">{whole}</span>
      {settingWords !== null && !crowded && (
        <span className="note-card-setting" aria-hidden="true">
          {settingWords}
        </span>
      )}
    </>
  )
}

function IdeaCount({ count }: { readonly count: number }) {
  return (
    <span className="note-card-ideas t-figures">
      <Lightbulb />
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{ideasInWords(count)}</span>
    </span>
  )
}
