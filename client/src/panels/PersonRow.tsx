import type { Person } from '@momentous/shared/domain/person'
import { useState } from 'react'
import { Avatar } from '../controls/Avatar.tsx'
import { Menu } from '../controls/Menu.tsx'
import type { MenuChoice } from '../controls/MenuRow.tsx'
import { useActor } from '../model/use-store.ts'
import { lobbyWords, workplaceNames } from '../words/lobby.ts'
import { peopleWords } from '../words/people.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { FollowButton } from './FollowButton.tsx'
import { useAsk } from '../session/use-ask.ts'

/** One person: name, work place, whether here and ready; for the facilitator, what can be asked of the seat. */
export function PersonRow({ person, onFollow }: { readonly person: Person; readonly onFollow: () => void }) {
  const { seat, role } = useActor()
  const own = person.seat === seat
  const name = person.name === '' ? peopleWords.noName : person.name
  return (
    <li className={person.online ? 'person-row' : 'person-row person-row-away'}>
      <Avatar name={person.name} />
      <div className="person-row-words">
        <p className="person-row-name" dir="auto">
          {name}
          {own && <span className="t-second"> ({peopleWords.you})</span>}
        </p>
        <p className="t-small t-second">{factsOf(person).join(', ')}</p>
      </div>
      {person.online && !own && <FollowButton person={person} name={name} onFollow={onFollow} />}
      {role === 'facilitator' && !own && <PersonMenu person={person} name={name} />}
    </li>
  )
}

function factsOf(person: Person): readonly string[] {
  const { role, workplace, online, ready, heir } = person
  return [
    ...(role === 'facilitator' ? [lobbyWords.facilitator] : []),
    ...(role === 'observer' ? [peopleWords.observer] : []),
    ...(workplace === null ? [] : [workplaceNames[workplace]]),
    ...(online ? [] : [peopleWords.away]),
    ...(ready ? [peopleWords.ready] : []),
    ...(heir ? [peopleWords.heir] : []),
  ]
}

type Step = 'hand-over' | 'lower' | 'remove'

function PersonMenu({ person, name }: { readonly person: Person; readonly name: string }) {
  const [step, setStep] = useState<Step | null>(null)
  const ask = useAsk()
  const { seat } = person
  const raise: MenuChoice = {
    label: peopleWords.raise,
    onChoose: () => void ask('set-role', { seat, role: 'facilitator' }),
  }
  const heir: MenuChoice = {
    label: person.heir ? peopleWords.takeHeir : peopleWords.makeHeir,
    onChoose: () => void ask('name-heir', { seat: person.heir ? null : seat }),
  }
  const handOver: MenuChoice = { label: peopleWords.handOver, onChoose: () => setStep('hand-over') }
  const lower: MenuChoice = { label: peopleWords.lower, onChoose: () => setStep('lower') }
  const remove: MenuChoice = { label: peopleWords.remove, onChoose: () => setStep('remove') }
  const choices = {
    facilitator: [lower, null, remove],
    participant: [handOver, raise, heir, null, remove],
    observer: [remove],
  }[person.role]
  return (
    <>
      <Menu label={peopleWords.moreAbout(name)} choices={choices} />
      {step !== null && <PersonStep person={person} name={name} step={step} onClose={() => setStep(null)} />}
    </>
  )
}

interface PersonStepProps {
  readonly person: Person
  readonly name: string
  readonly step: Step
  readonly onClose: () => void
}

/** What can't be undone by oneself is asked once more, in a sentence. */
function PersonStep({ person, name, step, onClose }: PersonStepProps) {
  const ask = useAsk()
  const me = useActor().seat
  const { seat } = person
  const handOver = async () => {
    const raised = await ask('set-role', { seat, role: 'facilitator' })
    if (raised.ok) await ask('set-role', { seat: me, role: 'participant' })
  }
  const steps = {
    'hand-over': {
      title: peopleWords.handOverTitle(name),
      words: peopleWords.handOverWords,
      does: peopleWords.handOverDo,
      run: handOver,
    },
    lower: {
      title: peopleWords.lowerTitle(name),
      words: peopleWords.lowerWords,
      does: peopleWords.lower,
      run: () => ask('set-role', { seat, role: 'participant' }),
    },
    remove: {
      title: peopleWords.removeTitle(name),
      words: peopleWords.removeWords,
      does: peopleWords.removeDo,
      run: () => ask('remove-seat', { seat }),
    },
  }
  const { title, words, does, run } = steps[step]
  return (
    <ConfirmDialog
      title={title}
      words={words}
      keep={peopleWords.keep}
      does={does}
      onDo={async () => {
        await run()
        return null
      }}
      onClose={onClose}
    />
  )
}
