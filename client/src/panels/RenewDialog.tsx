import type { Role } from '@momentous/shared/domain/role'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useRuling } from '../model/use-store.ts'
import { shareWords } from '../words/share.ts'
import type { BoardLinks } from './use-links.ts'

export interface RenewDialogProps {
  readonly role: Role
  readonly links: BoardLinks
  readonly onClose: () => void
}

const words: Readonly<Record<Role, { readonly title: string; readonly why: string }>> = {
  participant: { title: shareWords.renewTitle, why: shareWords.renewWords },
  observer: { title: shareWords.renewObserver, why: shareWords.renewObserverWords },
  facilitator: { title: shareWords.renewFacilitator, why: shareWords.renewFacilitatorWords },
}

/** A renewed link ends the old one: said plainly before it happens. */
export function RenewDialog({ role, links, onClose }: RenewDialogProps) {
  const ruling = useRuling('set-door', { open: true })
  const [trouble, setTrouble] = useState<string | null>(null)
  const renew = async () => {
    const fault = await links.renew(role, shareWords.renewFailed)
    if (fault === null) onClose()
    else setTrouble(fault)
  }
  return (
    <Dialog
      title={words[role].title}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{shareWords.keepLink}</Button>
          <Button look="primary" refusal={ruling.allowed ? null : ruling.reason} onClick={() => void renew()}>
            {shareWords.renewDo}
          </Button>
        </>
      }
    >
      <p className="t-second">{words[role].why}</p>
      {trouble !== null && (
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  )
}
