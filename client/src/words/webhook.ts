import type { Delivery } from '@momentous/shared/domain/delivery'
import { timeWords } from './finish.ts'
import { figured } from './number.ts'

/** Telling another program that a session is finished. */
export const webhookWords = {
  row: 'Webhook',
  rowNote: 'Sends the form to another program when the session is finished.',
  rowDo: 'Set up',
  title: 'Send the form on',
  why: 'When you finish the session, the form goes to this address as JSON: to your own program, or to a service that takes webhooks. It names nobody who wrote without a name.',
  address: 'Address',
  addressHint: 'A full web address, such as https://example.org/forms.',
  addressFirst: 'Write the address first.',
  set: 'Send it there',
  change: 'Change the address',
  test: 'Send a test',
  renew: 'Make a new secret',
  drop: 'Turn it off',
  close: 'Done',
  secretTitle: 'The secret of this webhook',
  secretWhy:
    'The other side knows by it that the form is from here. Copy it now: it is shown this once. A new one can be made at any time.',
  secretCopy: 'Copy the secret',
  renewed: 'From now on only the new one counts.',
  last: 'Last deliveries',
  none: 'Nothing was sent yet. Send a test to see whether it arrives.',
  finished: 'Session finished',
  tested: 'Test',
  off: 'Whoever runs this server has switched webhooks off.',
  away: 'The server could not be asked. Try again in a moment.',
  loading: 'Looking up what is set',
  onItsWay: 'On its way.',
  takenBack: 'Not sent: the session was opened again before.',
  sentTest: 'A test is on its way.',
  testWaits: 'A test is on its way. See first what becomes of it.',
  isSet: 'The form goes there from now on.',
  isOff: 'The webhook is off.',
}

/** What became of a delivery, in a sentence or two. */
export function deliveryWords({ state, tries, lastAt, nextAt, trouble }: Delivery, now: number): string {
  switch (state) {
    case 'delivered':
      return `Delivered ${timeWords(lastAt ?? now, now)}${tries > 1 ? `, at try ${tries}` : ''}.`
    case 'given-up':
      return `${trouble ?? ''} Given up after ${figured(tries, 'try', 'tries')}. Finish the session again to send it once more.`
    case 'taken-back':
      return webhookWords.takenBack
    case 'waiting':
      return trouble === null ? webhookWords.onItsWay : `${trouble} Trying again ${whileWords((nextAt ?? now) - now)}.`
  }
}

const MINUTE = 60_000

function whileWords(milliseconds: number): string {
  if (milliseconds <= 1_000) return 'now'
  if (milliseconds < MINUTE) return `in ${figured(Math.round(milliseconds / 1000), 'second')}`
  const minutes = Math.round(milliseconds / MINUTE)
  return minutes < 90 ? `in ${figured(minutes, 'minute')}` : `in ${figured(Math.round(minutes / 60), 'hour')}`
}
