import { workplaces, type Workplace } from '@momentous/shared/domain/role'
import { ArrowRight } from 'lucide-react'
import { useEffect, useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { TextField } from '../controls/TextField.tsx'
import { joinWords, workplaceWords } from '../words/join.ts'
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
  const { over, go } = invitations[door.role]
  useEffect(() => {
    document.title = door.title
  }, [door.title])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void join(name.trim(), workplace)
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
          <header>
            <p className="t-small t-third">{over}</p>
            <h1 className="t-h2">{door.title}</h1>
            {door.why !== '' && <p className="join-page-why t-second">{door.why}</p>}
          </header>
          <TextField
            label={joinWords.name}
            aside={joinWords.nameHint}
            value={name}
            onChange={setName}
            trouble={trouble}
            size="large"
            maxLength={NAME_MAX}
            autoComplete="given-name"
            enterKeyHint="go"
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
