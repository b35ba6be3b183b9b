import { DoorClosed, DoorOpen } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { Sheet } from '../controls/Sheet.tsx'
import { useActor, usePeople, useRuling } from '../model/use-store.ts'
import { peopleCount, peopleWords } from '../words/people.ts'
import { deletionWords } from '../words/terms.ts'
import { inOrder } from '../session/people-facts.ts'
import { OwnSeat } from './OwnSeat.tsx'
import { PersonRow } from './PersonRow.tsx'
import { useAsk } from '../session/use-ask.ts'
import './people-sheet.css'

/** Who is on the board, what each may be asked, and the door. */
export function PeopleSheet({ onClose }: { readonly onClose: () => void }) {
  const { people, doorOpen, quiet, terms } = usePeople()
  const deletion = deletionWords(terms.deleteAt, terms.idleDays)
  const { role } = useActor()
  const here = people.filter(({ online }) => online).length
  return (
    <Sheet title={`${peopleWords.title}, ${peopleCount(here).toLowerCase()}`} onClose={onClose}>
      <OwnSeat />
      {quiet !== undefined && <p className="t-small t-second">{peopleWords.quiet}</p>}
      <ul className="people-rows">
        {inOrder(people).map((person) => (
          <PersonRow key={person.seat} person={person} onFollow={onClose} />
        ))}
      </ul>
      {role === 'facilitator' && <Door open={doorOpen} asks={terms.passphrase} />}
      {deletion !== null && <p className="people-deletion t-small t-second">{deletion}</p>}
    </Sheet>
  )
}

function Door({ open, asks }: { readonly open: boolean; readonly asks: boolean }) {
  const ask = useAsk()
  const ruling = useRuling('set-door', { open: !open })
  const brings = asks ? peopleWords.doorAsks : peopleWords.doorOpen
  return (
    <div className="people-door">
      <p className="t-small t-second">{open ? brings : peopleWords.doorClosed}</p>
      <Button
        icon={open ? <DoorClosed /> : <DoorOpen />}
        refusal={ruling.allowed ? null : ruling.reason}
        onClick={() => void ask('set-door', { open: !open })}
      >
        {open ? peopleWords.closeDoor : peopleWords.openDoor}
      </Button>
    </div>
  )
}
