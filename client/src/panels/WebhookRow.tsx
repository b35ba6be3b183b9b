import { Webhook } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { lazyPart } from '../controls/lazy-part.ts'
import { LinkRow } from '../controls/LinkRow.tsx'
import { PartPlace } from '../controls/PartPlace.tsx'
import { webhookWords } from '../words/webhook.ts'
import './webhook-dialog.css'

const WebhookDialog = lazyPart(async () => (await import('./WebhookDialog.tsx')).WebhookDialog)

/** Where the form goes when the session is finished, besides the people. */
export function WebhookRow({ token }: { readonly token: string }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <ul className="webhook-row">
        <LinkRow icon={<Webhook />} name={webhookWords.row} note={webhookWords.rowNote}>
          <Button size="small" aria-label={`${webhookWords.rowDo}: ${webhookWords.row}`} onClick={() => setOpen(true)}>
            {webhookWords.rowDo}
          </Button>
        </LinkRow>
      </ul>
      {open && (
        <PartPlace onDrop={close}>
          <WebhookDialog token={token} onClose={close} />
        </PartPlace>
      )}
    </>
  )
}
