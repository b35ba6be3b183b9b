import { KeyRound } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { TextField } from '../controls/TextField.tsx'
import type { Webhook } from '../model/webhook.ts'
import { webhookWords } from '../words/webhook.ts'
import { DeliveryList } from './DeliveryList.tsx'
import { useWebhook, type WebhookInHand } from './use-webhook.ts'
import '../session/dialog-form.css'
import './webhook-dialog.css'

export interface WebhookDialogProps {
  readonly token: string
  readonly onClose: () => void
}

/** Whom the board tells that its session is finished: the address, the secret, a test, and what became of each delivery. */
export function WebhookDialog({ token, onClose }: WebhookDialogProps) {
  const hand = useWebhook(token)
  const { webhook, secret, trouble } = hand
  const isOff = webhook?.allowed === 'off'
  return (
    <Dialog title={webhookWords.title} onClose={onClose} foot={<Button onClick={onClose}>{webhookWords.close}</Button>}>
      <div className="dialog-form">
        <p className="t-second">{isOff ? webhookWords.off : webhookWords.why}</p>
        {trouble !== null && (
          <p className="field-trouble" role="alert">
            {trouble}
          </p>
        )}
        {webhook !== null && !isOff && <AddressForm key={webhook.webhook?.url} hand={hand} />}
        {secret !== null && <SecretCard secret={secret} />}
        {webhook !== null && webhook.webhook !== null && <Deeds hand={hand} webhook={webhook} />}
      </div>
    </Dialog>
  )
}

/** The address as it is set, until somebody writes another one. */
function AddressForm({ hand }: { readonly hand: WebhookInHand }) {
  const known = hand.webhook?.webhook?.url ?? ''
  const [url, setUrl] = useState(known)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isFresh = known === ''
  const refusal = url.trim() === '' ? webhookWords.addressFirst : null
  const set = (event: FormEvent) => {
    event.preventDefault()
    if (refusal === null) void hand.ask((desk) => desk.set(url.trim()), webhookWords.isSet).then(setTrouble)
  }
  return (
    <form className="webhook-address" onSubmit={set}>
      <TextField
        label={webhookWords.address}
        hint={webhookWords.addressHint}
        value={url}
        onChange={(text) => {
          setUrl(text)
          setTrouble(null)
        }}
        trouble={trouble}
        type="url"
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={1000}
        data-first
      />
      {(isFresh || url !== known) && (
        <Button look="primary" type="submit" refusal={refusal} aria-busy={hand.busy}>
          {isFresh ? webhookWords.set : webhookWords.change}
        </Button>
      )}
    </form>
  )
}

/** What can be done with a webhook that is set, and what became of what was sent. */
function Deeds({ hand, webhook }: { readonly hand: WebhookInHand; readonly webhook: Webhook }) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const deed = (what: Parameters<WebhookInHand['ask']>[0], said: string) => () =>
    void hand.ask(what, said).then(setTrouble)
  return (
    <>
      <div className="row-of-buttons">
        <Button size="small" refusal={whyNoTest(webhook)} onClick={deed((desk) => desk.test(), webhookWords.sentTest)}>
          {webhookWords.test}
        </Button>
        <Button size="small" onClick={deed((desk) => desk.renewSecret(), webhookWords.renewed)}>
          {webhookWords.renew}
        </Button>
        <Button size="small" look="tertiary" onClick={deed((desk) => desk.drop(), webhookWords.isOff)}>
          {webhookWords.drop}
        </Button>
      </div>
      {trouble !== null && (
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
      <DeliveryList deliveries={webhook.deliveries} now={webhook.now} />
    </>
  )
}

function whyNoTest({ allowed, deliveries }: Webhook): string | null {
  if (allowed === 'off') return webhookWords.off
  const waits = deliveries.some(({ event, state }) => event === 'test' && state === 'waiting')
  return waits ? webhookWords.testWaits : null
}

function SecretCard({ secret }: { readonly secret: string }) {
  return (
    <MessageCard
      look="soft"
      icon={<KeyRound />}
      title={webhookWords.secretTitle}
      kept={secret}
      actions={
        <CopyButton size="small" text={secret}>
          {webhookWords.secretCopy}
        </CopyButton>
      }
    >
      {webhookWords.secretWhy}
    </MessageCard>
  )
}
