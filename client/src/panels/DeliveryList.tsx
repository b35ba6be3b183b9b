import { Check, CircleX, Clock, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Delivery } from '@momentous/shared/domain/delivery'
import { deliveryWords, webhookWords } from '../words/webhook.ts'

export interface DeliveryListProps {
  readonly deliveries: readonly Delivery[]
  /** By the clock of the server. */
  readonly now: number
}

const icons: Readonly<Record<Delivery['state'], ReactNode>> = {
  waiting: <Clock />,
  delivered: <Check />,
  'given-up': <CircleX />,
  'taken-back': <Undo2 />,
}

/** What was sent, newest first, and what became of it in plain words. */
export function DeliveryList({ deliveries, now }: DeliveryListProps) {
  return (
    <section className="deliveries">
      <h3 className="t-label">{webhookWords.last}</h3>
      {deliveries.length === 0 && <p className="t-small t-second">{webhookWords.none}</p>}
      <ul>
        {deliveries.map((each) => (
          <li key={each.id} className={`delivery delivery-${each.state}`}>
            {icons[each.state]}
            <div>
              <p>{each.event === 'test' ? webhookWords.tested : webhookWords.finished}</p>
              <p className="t-small t-second">{deliveryWords(each, now)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
