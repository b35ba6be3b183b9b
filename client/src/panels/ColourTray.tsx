import { isOwnChannel, settings, settingsOf, type ChannelId, type Setting } from '@momentous/shared/domain/contact-type'
import { pens } from '@momentous/shared/domain/pen'
import { Plus } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { channelLook } from '../controls/channel-look.ts'
import { Segmented } from '../controls/Segmented.tsx'
import { useCell } from '../model/use-cell.ts'
import { useActor, useSession, useStore } from '../model/use-store.ts'
import type { Bench } from '../tools/bench.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { capital } from '../words/number.ts'
import { colourWords, typeGiven } from '../words/colour.ts'
import { ColourPens } from './ColourPens.tsx'
import { OwnChannelDialog } from '../session/OwnChannelDialog.tsx'
import { useTimeline } from '../session/use-timeline.ts'
import './colour-tray.css'
import './tray.css'

export interface ColourTrayProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** Legend, pens and setting. With notes selected a pen gives them its type at once. */
export function ColourTray({ bench, toolbox }: ColourTrayProps) {
  const own = useSession((session) => session.channels)
  const { role } = useActor()
  const held = useHeldChannel(bench, toolbox)
  const [naming, setNaming] = useState(false)
  const counts = useCounts()
  const take = useTakePen(bench, toolbox)
  return (
    <div className="tray colour-tray">
      <ColourPens own={own} counts={counts} held={held} onTake={take} still={role === 'observer'} />
      {role !== 'observer' && (
        <>
          <span className="tray-line" />
          <SettingChoice bench={bench} held={held} />
        </>
      )}
      {role === 'facilitator' && (
        <>
          <span className="tray-line" />
          <button type="button" className="colour-pen colour-pen-add" onClick={() => setNaming(true)}>
            <Plus />
            {colourWords.own}
          </button>
        </>
      )}
      {naming && <OwnChannelDialog onClose={() => setNaming(false)} />}
    </div>
  )
}

function useHeldChannel({ desk }: Bench, toolbox: Toolbox): ChannelId | null {
  const pen = useCell(desk.pen)
  const tool = useSyncExternalStore(toolbox.held.subscribe, toolbox.held.get)
  return tool === 'pen' ? pens[pen].type : null
}

function useCounts(): ReadonlyMap<ChannelId, number> {
  const counts = new Map<ChannelId, number>()
  for (const { channel } of useTimeline()) if (channel !== null) counts.set(channel, (counts.get(channel) ?? 0) + 1)
  return counts
}

function useTakePen(bench: Bench, toolbox: Toolbox): (channel: ChannelId) => void {
  const store = useStore()
  const { say } = useAnnouncer()
  return (channel) => {
    const ids = [...bench.selection.ids()]
    const own = store.session.get().channels
    if (ids.length > 0) {
      const given = bench.wall.act('set-contact-type', { ids, channel, setting: settingFor(channel, bench) })
      if (given.allowed) say(typeGiven(channelLook(channel, own).label, ids.length))
      return
    }
    if (isOwnChannel(channel)) return store.say(colourWords.ownNeedsNotes)
    bench.desk.setting.set(settingFor(channel, bench))
    bench.desk.pen.set(channel)
    toolbox.take('pen')
  }
}

/** The setting that was chosen, if this contact type has it, else its first one. */
function settingFor(channel: ChannelId, { desk }: Bench): Setting | null {
  const fitting = settingsOf(channel)
  const chosen = desk.setting.get()
  return chosen !== null && fitting.includes(chosen) ? chosen : (fitting[0] ?? null)
}

function SettingChoice({ bench, held }: { readonly bench: Bench; readonly held: ChannelId | null }) {
  const chosen = useCell(bench.desk.setting)
  const fitting = held === null ? settingsOf('own-none') : settingsOf(held)
  return (
    <div className="colour-tray-setting">
      <Segmented
        label={colourWords.setting}
        column
        segments={fitting.map((setting) => ({ value: setting, label: capital(settings[setting].label) }))}
        value={chosen !== null && fitting.includes(chosen) ? chosen : null}
        onChange={(setting) => chooseSetting(setting, bench)}
      />
    </div>
  )
}

/** Also for the notes that are selected, each in its own contact type, where that one has the setting. */
function chooseSetting(setting: Setting, { desk, selection, wall }: Bench): void {
  desk.setting.set(setting)
  const typed = [...selection.ids()].flatMap((id) => wall.moment(id) ?? [])
  wall.together(() => {
    for (const { id, channel } of typed) {
      if (channel === null || !settingsOf(channel).includes(setting)) continue
      if (!wall.act('set-contact-type', { ids: [id], channel, setting }).allowed) return
    }
  })
}
