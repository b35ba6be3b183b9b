import { useEffect, useMemo, useState } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { isRefusal, type Refusal } from '../model/http.ts'
import { useStore } from '../model/use-store.ts'
import { webhookDesk, type FreshSecret, type Webhook, type WebhookDesk } from '../model/webhook.ts'
import { webhookWords } from '../words/webhook.ts'

/** How often it is looked what became of a delivery while somebody watches, in milliseconds. */
const LOOK_AGAIN = 2_000

export interface WebhookInHand {
  /** Null until the server has said it. */
  readonly webhook: Webhook | null
  /** The secret, while it can still be copied. */
  readonly secret: string | null
  /** Why the server could not be asked. */
  readonly trouble: string | null
  readonly busy: boolean
  /** Does it, and says so. Resolves with null when it is done, else with the sentence why not. */
  readonly ask: (
    what: (desk: WebhookDesk) => Promise<FreshSecret | Refusal | null>,
    said: string,
  ) => Promise<string | null>
}

/** What is set, looked at again and again while it is on the screen: a colleague may change it too. */
export function useWebhook(token: string): WebhookInHand {
  const { board } = useStore()
  const { sayNow } = useAnnouncer()
  const desk = useMemo(() => webhookDesk(board, token), [board, token])
  const [webhook, setWebhook] = useState<Webhook | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [looks, setLooks] = useState(0)

  useEffect(() => {
    let gone = false
    let timer = 0
    const look = async () => {
      const told = await desk.look()
      if (gone) return
      if (!isRefusal(told)) setWebhook(told)
      setTrouble(isRefusal(told) ? (told.message ?? webhookWords.away) : null)
      timer = window.setTimeout(() => void look(), LOOK_AGAIN)
    }
    void look()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [desk, looks])

  return {
    webhook,
    secret,
    trouble,
    busy,
    async ask(what, said) {
      if (busy) return null
      setBusy(true)
      const answer = await what(desk)
      setBusy(false)
      setLooks((before) => before + 1)
      if (isRefusal(answer)) return answer.message ?? webhookWords.away
      // What was made before is worth nothing once it is off.
      if (answer === null) setSecret(null)
      else if (answer.secret !== null) setSecret(answer.secret)
      sayNow(said)
      return null
    },
  }
}
