import { settings, settingsOf } from '@momentous/shared/domain/contact-type'
import type { Moment } from '@momentous/shared/domain/moment'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { useActor, useOffered } from '../model/use-store.ts'
import { useAllColoured } from '../session/use-all-coloured.ts'
import { useReadiness } from '../session/use-people.ts'
import { colourWords } from '../words/colour.ts'
import { capital } from '../words/number.ts'
import { useColouring } from './use-colouring.ts'

export interface ColourFootProps {
  readonly moment: Moment
  readonly first: boolean
  readonly onGo: (by: 1 | -1) => void
}

/** The setting that fits the contact type, and on to the next moment. */
export function ColourFoot({ moment, first, onGo }: ColourFootProps) {
  const { giveSetting } = useColouring()
  const { role } = useActor()
  const { everybody } = useReadiness()
  const coloured = useAllColoured()
  const answering = useOffered().length > 0
  const fitting = moment.channel === null ? [] : settingsOf(moment.channel)
  const goesOn = role === 'facilitator' && (everybody || coloured)
  const quiet = answering || goesOn || moment.channel === null
  return (
    <>
      {fitting.length > 1 && (
        <div className="colour-foot-setting">
          <Segmented
            label={colourWords.setting}
            bare
            size="large"
            segments={fitting.map((value) => ({ value, label: capital(settings[value].label) }))}
            value={moment.setting}
            onChange={(setting) => giveSetting(moment, setting)}
          />
        </div>
      )}
      <div className="list-foot-pair">
        <IconButton
          label={colourWords.before}
          icon={<ArrowLeft />}
          look="edge"
          refusal={first ? colourWords.isFirst : null}
          onClick={() => onGo(-1)}
        />
        <Button look={quiet ? 'secondary' : 'primary'} size="large" iconAfter={<ArrowRight />} onClick={() => onGo(1)}>
          {colourWords.next}
        </Button>
      </div>
    </>
  )
}
