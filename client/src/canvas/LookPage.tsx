import {
  channelOrder,
  channels,
  isOwnChannel,
  settingOrder,
  settings,
  settingsOf,
  type ChannelId,
  type Setting,
} from '@momentous/shared/domain/contact-type'
import { papers, type Moment, type Paper } from '@momentous/shared/domain/moment'
import type { CSSProperties } from 'react'
import { ChannelIcon } from '../controls/ChannelIcon.tsx'
import { channelLook } from '../controls/channel-look.ts'
import { MenuRow } from '../controls/MenuRow.tsx'
import type { Bench } from '../tools/bench.ts'
import { chosenMoments } from '../tools/chosen-moments.ts'
import { noteMenuWords } from '../words/canvas.ts'
import { paperWords } from '../words/papers.ts'
import { capital } from '../words/number.ts'
import './look-page.css'

interface LookPageProps {
  readonly bench: Bench
  readonly onDone: () => void
}

/** How the customer is met, and the paper that it is written on, for all selected notes at once. */
export function LookPage({ bench, onDone }: LookPageProps) {
  const chosen = chosenMoments(bench)
  return (
    <>
      <p className="menu-title">{noteMenuWords.type}</p>
      <TypeRows bench={bench} chosen={chosen} onDone={onDone} />
      <p className="menu-title">{noteMenuWords.setting}</p>
      <SettingRow bench={bench} chosen={chosen} onDone={onDone} />
      <p className="menu-title">{noteMenuWords.paper}</p>
      <PaperRow bench={bench} chosen={chosen} onDone={onDone} />
    </>
  )
}

interface PartProps extends LookPageProps {
  readonly chosen: readonly Moment[]
}

/** What all of them have; undefined when they differ. */
function common<Value>(chosen: readonly Moment[], read: (moment: Moment) => Value): Value | undefined {
  const [first, ...others] = chosen.map(read)
  return others.every((each) => each === first) ? first : undefined
}

function TypeRows({ bench, chosen, onDone }: PartProps) {
  const { wall } = bench
  const own = wall.session().channels
  const ids = chosen.map(({ id }) => id)
  const now = common(chosen, ({ channel }) => channel)
  const may = wall.check('set-contact-type', { ids, channel: null })
  const refusal = may.allowed ? null : may.reason
  const give = (channel: ChannelId | null) => {
    const before = common(chosen, ({ setting }) => setting) ?? null
    const fits = channel !== null && before !== null && settingsOf(channel).includes(before)
    const setting = channel === null || fits ? before : (settingsOf(channel)[0] ?? null)
    wall.act('set-contact-type', { ids, channel, setting })
    onDone()
  }
  const row = (channel: ChannelId) => {
    const choose = () => give(channel)
    const choice = {
      label: channelLook(channel, own).label,
      icon: <ChannelIcon channel={channel} own={own} />,
      onChoose: choose,
      refusal,
      ...(isOwnChannel(channel) ? {} : { shortcut: String(channels[channel].digit) }),
    }
    return <MenuRow key={channel} choice={choice} onChoose={choose} current={channel === now} />
  }
  const off = { label: noteMenuWords.noType, onChoose: () => give(null), refusal }
  return (
    <>
      {[...channelOrder, ...own.map(({ id }) => id)].map(row)}
      {chosen.some(({ channel }) => channel !== null) && <MenuRow choice={off} onChoose={off.onChoose} />}
    </>
  )
}

function SettingRow({ bench: { wall }, chosen, onDone }: PartProps) {
  const now = common(chosen, ({ setting }) => setting)
  const fitting = chosen.filter(({ channel }) => channel !== null)
  const may = wall.check('set-contact-type', { ids: [], channel: null })
  const refusalOf = (setting: Setting): string | null => {
    if (!may.allowed) return may.reason
    if (fitting.length === 0) return noteMenuWords.typeFirst
    const some = fitting.some(({ channel }) => channel !== null && settingsOf(channel).includes(setting))
    return some ? null : noteMenuWords.noSetting
  }
  const give = (setting: Setting) => {
    wall.together(() => {
      for (const { id, channel } of fitting) {
        if (channel === null || !settingsOf(channel).includes(setting)) continue
        wall.act('set-contact-type', { ids: [id], channel, setting })
      }
    })
    onDone()
  }
  return (
    <div className="look-row">
      {settingOrder.map((setting) => (
        <Choice
          key={setting}
          label={capital(settings[setting].label)}
          chosen={setting === now}
          refusal={refusalOf(setting)}
          onChoose={() => give(setting)}
        />
      ))}
    </div>
  )
}

function PaperRow({ bench: { wall }, chosen, onDone }: PartProps) {
  const ids = chosen.map(({ id }) => id)
  const now = common(chosen, ({ paper }) => paper)
  const may = wall.check('set-paper', { ids, paper: 'plain' })
  const give = (paper: Paper) => {
    wall.act('set-paper', { ids, paper })
    onDone()
  }
  return (
    <div className="look-row">
      {papers.map((paper) => (
        <Choice
          key={paper}
          label={paperWords[paper]}
          colour={`var(--note-${paper})`}
          chosen={paper === now}
          refusal={may.allowed ? null : may.reason}
          onChoose={() => give(paper)}
        />
      ))}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  /** A swatch of this colour instead of the words. */
  readonly colour?: string
  readonly chosen: boolean
  readonly refusal: string | null
  readonly onChoose: () => void
}

function Choice({ label, colour, chosen, refusal, onChoose }: ChoiceProps) {
  const words = refusal === null ? label : `${label}. ${refusal}`
  return (
    <button
      type="button"
      className="look-choice"
      role="menuitemradio"
      tabIndex={-1}
      aria-checked={chosen}
      aria-disabled={refusal === null ? undefined : true}
      aria-label={words}
      title={words}
      onClick={refusal === null ? onChoose : undefined}
    >
      {colour === undefined ? label : <span className="look-swatch" style={{ '--swatch': colour } as CSSProperties} />}
    </button>
  )
}
