import { templateOrder, templates, type Template } from '@momentous/shared/board/templates'
import { printedSettings, settingsOf } from '@momentous/shared/domain/contact-type'
import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import { describe, expect, it } from 'vitest'

const all: readonly Template[] = templateOrder.map((id) => templates[id])

describe('the templates', () => {
  it('are the four of the home page', () => {
    expect(templateOrder.map((id) => [id, templates[id].moments.length])).toEqual([
      ['empty', 0],
      ['dentist', 10],
      ['shop', 3],
      ['prompts', 11],
    ])
  })

  it('pair channels and settings as the printed form does, and fit their notes', () => {
    for (const { channel, setting, text } of all.flatMap(({ moments }) => moments)) {
      expect(channel === null ? [null] : settingsOf(channel)).toContain(setting)
      expect(text.length).toBeLessThanOrEqual(MOMENT_TEXT_MAX)
    }
  })

  it('begin the dentist’s visit with a call and end it with one', () => {
    expect([templates.dentist.moments.at(0)?.channel, templates.dentist.moments.at(-1)?.channel]).toEqual([
      'phone',
      'phone',
    ])
  })

  it('have the printed sample row word for word', () => {
    expect(templates.shop.moments[0]).toMatchObject({
      text: 'Store first impressions',
      description: 'Customer walks in the store & looks for the dept. they want',
      issue:
        'Signage is unclear. It doesn’t enable visitors to see where to go in a 3 second look. We can see visitors frowning.',
      ranking: 'miserable',
      action:
        'Generate three alternative signage designs. Talk to customer visitors as soon as they frown to find out what they’re looking for so we can choose what signs are needed.',
    })
  })

  it('have the printed contact settings as prompts without words of their own', () => {
    expect(templates.prompts.moments.map(({ prompt }) => prompt)).toEqual(printedSettings.map(({ row }) => row))
    expect(templates.prompts.moments.every(({ text }) => text === '')).toBe(true)
  })
})
