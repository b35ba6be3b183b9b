import { workplaces, type Workplace } from '@momentous/shared/domain/role'
import { ArrowRight } from 'lucide-react'
import { useEffect, useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { TextField } from '../controls/TextField.tsx'
import type { Door } from '../model/api.ts'
import { joinWords, workplaceWords } from '../words/join.ts'
import { deletionWords } from '../words/terms.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { LeftWords } from './LeftWords.tsx'
import { suggestName } from './suggest-name.ts'
import { useJoining, type Joining } from './use-joining.ts'
import './join-page.css'

const NAME_MAX = 40

const invitations = {
  facilitator: { over: joinWords.invitedToSteer, go: joinWords.steer },
  participant: { over: joinWords.invited, go: joinWords.join },
  observer: { over: joinWords.invitedToLook, go: joinWords.look },
}

/** Board, why, a first name that is filled in already: one press and one is on the wall. */
export function JoinPage(props: Joining) {
  const { identity, door } = props
  const { joining, trouble, join } = useJoining(props)
  const [name, setName] = useState(() => door.seat?.name || identity.name() || suggestName(Math.random))
  const [workplace, setWorkplace] = useState<Workplace | null>(door.seat?.workplace ?? null)
  const [passphrase, setPassphrase] = useState('')
  const { over, go } = invitations[door.role]
  const title = door.title || joinWords.guarded
  useEffect(() => {
    document.title = title
  }, [title])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void join(name.trim(), workplace, passphrase)
  }

  const foot = (
    <Button look="primary" size="large" type="submit" iconAfter={<ArrowRight />} wide>
      {joining ? joinWords.joining : go}
    </Button>
  )
  return (
    <form onSubmit={onSubmit}>
      <DoorFrame foot={foot}>
        <div className="join-page">
          <Invitation over={over} title={title} door={door} />
          {door.passphrase && (
            <PassphraseField door={door} value={passphrase} onChange={setPassphrase} trouble={trouble} />
          )}
          <TextField
            label={joinWords.name}
            aside={joinWords.nameHint}
            value={name}
            onChange={setName}
            trouble={door.passphrase ? null : trouble}
            size="large"
            maxLength={NAME_MAX}
            autoComplete="given-name"
            enterKeyHint="go"
            // On glass a keyboard would come up over the why.
            autoFocus={!door.passphrase && matchMedia('(pointer: fine)').matches}
            onFocus={(event) => event.target.select()}
          />
          {door.role === 'participant' && (
            <RadioCards
              label={
                <>
                  {joinWords.where} <span className="t-small t-third">{joinWords.whereOptional}</span>
                </>
              }
              value={workplace}
              onChange={setWorkplace}
              cards={workplaces.map((value) => ({ value, ...workplaceWords[value] }))}
            />
          )}
          <LeftWords board={door.id} identity={identity} />
        </div>
      </DoorFrame>
    </form>
  )
}

interface InvitationProps {
  readonly over: string
  readonly title: string
  readonly door: Door
}

function Invitation({ over, title, door }: InvitationProps) {
  const deletion = deletionWords(door.deleteAt, door.idleDays)
  return (
    <header>
      <p className="t-small t-third">{over}</p>
      <h1 className="t-h2">{title}</h1>
      {door.why !== '' && <p className="join-page-why t-second">{door.why}</p>}
      {deletion !== null && <p className="join-page-deletion t-small t-third">{deletion}</p>}
    </header>
  )
}

interface PassphraseFieldProps {
  readonly door: Door
  readonly value: string
  readonly onChange: (words: string) => void
  readonly trouble: string | null
}

/** Readable as it is typed: it is said aloud in the room, and no browser has to keep it or look up its spelling. */
function PassphraseField({ door, value, onChange, trouble }: PassphraseFieldProps) {
  return (
    <TextField
      label={joinWords.passphrase}
      hint={joinWords.passphraseHint(door.facilitator)}
      value={value}
      onChange={onChange}
      trouble={trouble}
      size="large"
      maxLength={200}
      autoCapitalize="none"
      spellCheck={false}
      enterKeyHint="go"
    />
  )
}
