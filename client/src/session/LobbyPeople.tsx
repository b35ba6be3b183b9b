import type { Person } from '@momentous/shared/domain/person'
import { TriangleAlert } from 'lucide-react'
import { Avatar } from '../controls/Avatar.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useActor, usePeople } from '../model/use-store.ts'
import { lobbyWords, observersHere, peopleHere, someMore, workplaceNames } from '../words/lobby.ts'
import { peopleWords } from '../words/people.ts'
import { inOrder, workplaceTally } from './people-facts.ts'
import './lobby-people.css'

const SHOWN = 5

/** Who is here and where they work; whether those who meet customers are among them. */
export function LobbyPeople() {
  const { people } = usePeople()
  const { role } = useActor()
  const here = inOrder(people).filter(({ online }) => online)
  const among = here.filter((person) => person.role !== 'observer')
  const shown = among.length > SHOWN + 1 ? among.slice(0, SHOWN) : among
  const observers = here.length - among.length
  const alone = among.length > 1 && workplaceTally(among)['front-line'] === 0
  return (
    <div>
      <div className="lobby-here-head">
        <h2 className="t-h4">{peopleHere(among.length)}</h2>
        {observers > 0 && <span className="lobby-person-place">{observersHere(observers)}</span>}
      </div>
      <ul>
        {shown.map((person) => (
          <LobbyPerson key={person.seat} person={person} />
        ))}
      </ul>
      {among.length > shown.length && <p className="lobby-here-more">{someMore(among.length - shown.length)}</p>}
      {alone && role === 'facilitator' && (
        <div className="lobby-warning">
          <MessageCard title={lobbyWords.noFrontLine} icon={<TriangleAlert />} look="warn" />
        </div>
      )}
    </div>
  )
}

function LobbyPerson({ person }: { readonly person: Person }) {
  const { seat } = useActor()
  const { name, role, workplace } = person
  const shown = name === '' ? peopleWords.noName : name
  const place = role === 'facilitator' ? lobbyWords.facilitator : workplace === null ? '' : workplaceNames[workplace]
  return (
    <li className="lobby-person">
      <Avatar name={name} />
      <span className="lobby-person-name" dir="auto">
        {shown}
        {person.seat === seat && <span className="lobby-person-place"> ({peopleWords.you})</span>}
      </span>
      <span className="lobby-person-place">{place}</span>
    </li>
  )
}
