import type { Ranking } from '../domain/assessment.ts'
import { printedSettings, type Channel, type Setting } from '../domain/contact-type.ts'

export interface TemplateMoment {
  readonly text: string
  readonly channel: Channel | null
  readonly setting: Setting | null
  /** The printed form's row that the note prompts for. */
  readonly prompt: string | null
  readonly description?: string
  readonly issue?: string
  readonly ranking?: Ranking
  readonly action?: string
}

/** What a new board starts with, in timeline order. */
export interface Template {
  readonly label: string
  readonly description: string
  readonly moments: readonly TemplateMoment[]
}

function met(text: string, channel: Channel, setting: Setting): TemplateMoment {
  return { text, channel, setting, prompt: null }
}

/** A patient's way through a visit: the worked example of the method. */
const dentist: readonly TemplateMoment[] = [
  met('Phones to book a visit', 'phone', 'one-to-one'),
  met('Walks in and looks for the desk', 'face', 'group'),
  met('The nurse greets them by name', 'face', 'one-to-one'),
  met('The dentist comes into the room', 'face', 'one-to-one'),
  met('The dentist explains, then examines', 'face', 'one-to-one'),
  met('Is walked back to the desk', 'face', 'one-to-one'),
  met('The dentist sums up and hands over', 'face', 'one-to-one'),
  met('Is asked to pay at the desk', 'face', 'one-to-one'),
  met('Is said goodbye to at the door', 'face', 'one-to-one'),
  met('A call next day: how are you feeling?', 'phone', 'one-to-one'),
]

/** The printed form's sample row, word for word, and what comes after it. */
const shop: readonly TemplateMoment[] = [
  {
    ...met('Store first impressions', 'face', 'group'),
    description: 'Customer walks in the store & looks for the dept. they want',
    issue:
      'Signage is unclear. It doesn’t enable visitors to see where to go in a 3 second look. We can see visitors frowning.',
    ranking: 'miserable',
    action:
      'Generate three alternative signage designs. Talk to customer visitors as soon as they frown to find out what they’re looking for so we can choose what signs are needed.',
  },
  met('Asks somebody on the floor for help', 'face', 'one-to-one'),
  met('Pays at the till', 'face', 'one-to-one'),
]

const prompts = printedSettings.map(({ row, channel, setting }): TemplateMoment => ({
  text: '',
  channel,
  setting,
  prompt: row,
}))

/** The registry: add a template with one entry. */
export const templates = {
  empty: { label: 'An empty wall', description: 'The first note is yours', moments: [] },
  dentist: { label: 'A visit to the dentist', description: 'Ten contacts, ready to argue with', moments: dentist },
  shop: { label: 'A shop', description: 'One row filled in as an example', moments: shop },
  prompts: { label: 'Ways to meet', description: 'Eleven prompts from the printed form', moments: prompts },
} as const satisfies Record<string, Template>
export type TemplateId = keyof typeof templates
export const templateOrder = Object.keys(templates) as readonly TemplateId[]
