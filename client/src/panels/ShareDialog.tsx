import type { Role } from '@momentous/shared/domain/role'
import { Eye, SlidersHorizontal, Users } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { LinkRow } from '../controls/LinkRow.tsx'
import { useActor, usePeople } from '../model/use-store.ts'
import { shareWords, usedBy } from '../words/share.ts'
import { FullScreenCode } from './FullScreenCode.tsx'
import { RenewDialog } from './RenewDialog.tsx'
import { ShareCode } from './ShareCode.tsx'
import { ShareTerms } from './ShareTerms.tsx'
import type { BoardLinks } from './use-links.ts'
import './share-dialog.css'

export interface ShareDialogProps {
  readonly links: BoardLinks
  readonly onClose: () => void
}

/** The code for the room, and the three links in words. */
export function ShareDialog({ links, onClose }: ShareDialogProps) {
  const { role } = useActor()
  const [renewing, setRenewing] = useState<Role | null>(null)
  const [fullScreen, setFullScreen] = useState(false)
  const link = links.known.participant
  return (
    <Dialog title={shareWords.title} size="large" onClose={onClose}>
      <ShareCode link={link} onFullScreen={() => setFullScreen(true)} onRenew={() => setRenewing('participant')} />
      {role === 'facilitator' && (
        <ul className="share-links">
          {rows.map((row) => (
            <ShareRow key={row.role} row={row} link={links.known[row.role]} onRenew={() => setRenewing(row.role)} />
          ))}
          <ShareTerms links={links} />
        </ul>
      )}
      {renewing !== null && <RenewDialog role={renewing} links={links} onClose={() => setRenewing(null)} />}
      {fullScreen && link !== undefined && <FullScreenCode link={link} onClose={() => setFullScreen(false)} />}
    </Dialog>
  )
}

interface RoleLink {
  readonly role: Role
  readonly icon: ReactNode
  readonly name: string
  readonly note: string
}

const rows: readonly RoleLink[] = [
  { role: 'participant', icon: <Users />, name: shareWords.participant, note: shareWords.participantNote },
  { role: 'observer', icon: <Eye />, name: shareWords.observer, note: shareWords.observerNote },
  { role: 'facilitator', icon: <SlidersHorizontal />, name: shareWords.facilitator, note: shareWords.facilitatorNote },
]

interface ShareRowProps {
  readonly row: RoleLink
  readonly link: string | undefined
  readonly onRenew: () => void
}

function ShareRow({ row, link, onRenew }: ShareRowProps) {
  const { people } = usePeople()
  const used = people.filter(({ role }) => role === row.role).length
  const name = row.role === 'participant' && link === undefined ? shareWords.participantPlain : row.name
  return (
    <LinkRow icon={row.icon} name={name} note={link === undefined ? shareWords.unknownHere : row.note}>
      {row.role === 'participant' && <span className="t-small t-second t-figures">{usedBy(used)}</span>}
      {row.role !== 'participant' && link !== undefined && (
        <CopyButton text={link} size="small" label={shareWords.copyOf(name)}>
          {shareWords.copy}
        </CopyButton>
      )}
      <Button size="small" aria-label={`${shareWords.renew}: ${name}`} onClick={onRenew}>
        {shareWords.renew}
      </Button>
    </LinkRow>
  )
}
