import type { Role } from '@momentous/shared/domain/role'
import { useRuling } from '../model/use-store.ts'
import { shareWords } from '../words/share.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
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
  const { title, why } = words[role]
  return (
    <ConfirmDialog
      title={title}
      words={why}
      keep={shareWords.keepLink}
      does={shareWords.renewDo}
      refusal={ruling.allowed ? null : ruling.reason}
      onDo={() => links.renew(role, shareWords.renewFailed)}
      onClose={onClose}
    />
  )
}
