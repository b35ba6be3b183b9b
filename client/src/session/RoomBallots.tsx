import { Users } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { useMine, useSession } from '../model/use-store.ts'
import { chooseWords, roomCount } from '../words/choose.ts'
import { RoomBallot } from './RoomBallot.tsx'
import './dialog-form.css'

/** Ballots for people in the room without a device: as many as were declared before the vote. */
export function RoomBallots() {
  const room = useSession((session) => session.room)
  const entered = useMine().roomDots
  const [open, setOpen] = useState(false)
  const [person, setPerson] = useState(1)
  const isEntered = (number: number) => Object.keys(entered[number - 1] ?? {}).length > 0
  const people = Array.from({ length: room }, (_, at) => at + 1)
  const done = people.filter(isEntered).length
  return (
    <>
      <Button icon={<Users />} onClick={() => setOpen(true)}>
        {roomCount(done, room)}
      </Button>
      {open && (
        <Dialog title={chooseWords.onBehalf} onClose={() => setOpen(false)}>
          <div className="dialog-form">
            <p className="t-second">{chooseWords.roomQuiet}</p>
            {room > 1 && (
              <Segmented
                label={chooseWords.room}
                bare
                segments={people.map((number) => ({
                  value: String(number),
                  label: personLabel(number, isEntered(number)),
                }))}
                value={String(person)}
                onChange={(number) => setPerson(Number(number))}
              />
            )}
            <RoomBallot
              key={person}
              person={person}
              before={entered[person - 1] ?? {}}
              onEntered={() => (person < room ? setPerson(person + 1) : setOpen(false))}
            />
          </div>
        </Dialog>
      )}
    </>
  )
}

function personLabel(number: number, entered: boolean): string {
  return entered ? `${number}, ${chooseWords.roomDone}` : String(number)
}
