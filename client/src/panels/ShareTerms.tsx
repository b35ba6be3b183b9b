import { CalendarX, KeyRound, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { LinkRow } from '../controls/LinkRow.tsx'
import { usePeople } from '../model/use-store.ts'
import { deletionWords, termsWords } from '../words/terms.ts'
import { DeleteBoardDialog } from './DeleteBoardDialog.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { RetentionDialog } from './RetentionDialog.tsx'
import type { BoardLinks } from './use-links.ts'

/** What is asked for at the door beside a link, and when the board goes by itself. For facilitators. */
export function ShareTerms({ links }: { readonly links: BoardLinks }) {
  const { passphrase, deleteAt, idleDays } = usePeople().terms
  const [open, setOpen] = useState<'passphrase' | 'retention' | 'delete' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <TermsRow
        icon={<KeyRound />}
        name={termsWords.passphrase}
        note={passphrase ? termsWords.passphraseSet : termsWords.passphraseNone}
        does={passphrase ? termsWords.passphraseChange : termsWords.passphraseAsk}
        onDo={() => setOpen('passphrase')}
      />
      <TermsRow
        icon={<CalendarX />}
        name={termsWords.retention}
        note={deletionWords(deleteAt, idleDays) ?? termsWords.retentionNever}
        does={termsWords.retentionChange}
        onDo={() => setOpen('retention')}
      />
      <TermsRow
        icon={<Trash2 />}
        name={termsWords.delete}
        note={termsWords.deleteNote}
        does={termsWords.deleteDo}
        onDo={() => setOpen('delete')}
      />
      {open === 'passphrase' && <PassphraseDialog onClose={close} />}
      {open === 'retention' && <RetentionDialog onClose={close} />}
      {open === 'delete' && <DeleteBoardDialog links={links} onClose={close} />}
    </>
  )
}

interface TermsRowProps {
  readonly icon: ReactNode
  readonly name: string
  readonly note: string
  readonly does: string
  readonly onDo: () => void
}

function TermsRow({ icon, name, note, does, onDo }: TermsRowProps) {
  return (
    <LinkRow icon={icon} name={name} note={note}>
      <Button size="small" aria-label={`${does}: ${name}`} onClick={onDo}>
        {does}
      </Button>
    </LinkRow>
  )
}
