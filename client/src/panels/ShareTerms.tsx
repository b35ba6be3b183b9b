import { CalendarX, KeyRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { LinkRow } from '../controls/LinkRow.tsx'
import { usePeople } from '../model/use-store.ts'
import { deletionWords, termsWords } from '../words/terms.ts'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { RetentionDialog } from './RetentionDialog.tsx'

/** What is asked for at the door beside a link, and when the board goes by itself. For facilitators. */
export function ShareTerms() {
  const { passphrase, deleteAt, idleDays } = usePeople().terms
  const [open, setOpen] = useState<'passphrase' | 'retention' | null>(null)
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
      {open === 'passphrase' && <PassphraseDialog onClose={close} />}
      {open === 'retention' && <RetentionDialog onClose={close} />}
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
