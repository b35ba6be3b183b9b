import { settingsOf, type ChannelId, type Setting } from '@momentous/shared/domain/contact-type'
import type { Moment } from '@momentous/shared/domain/moment'
import { channelLook } from '../controls/channel-look.ts'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useStore } from '../model/use-store.ts'
import { typeSet } from '../words/colour.ts'
import { nameOf } from '../session/moment-name.ts'

export interface Colouring {
  readonly give: (moment: Moment, channel: ChannelId | null) => void
  readonly giveSetting: (moment: Moment, setting: Setting) => void
}

/** Gives one moment its contact type; a setting that the new type has too stays. */
export function useColouring(): Colouring {
  const store = useStore()
  const { say } = useAnnouncer()
  const write = (moment: Moment, channel: ChannelId | null, setting: Setting | null) => {
    const ruling = store.act('set-contact-type', { ids: [moment.id], channel, setting })
    if (!ruling.allowed) store.say(ruling.reason)
    else if (channel !== null) {
      say(typeSet(nameOf(moment), channelLook(channel, store.session.get().channels).label.toLowerCase()))
    }
  }
  return {
    give(moment, channel) {
      const fitting = channel === null ? [] : settingsOf(channel)
      const kept = moment.setting !== null && fitting.includes(moment.setting) ? moment.setting : null
      write(moment, channel, kept ?? fitting[0] ?? null)
    },
    giveSetting: (moment, setting) => write(moment, moment.channel, setting),
  }
}
