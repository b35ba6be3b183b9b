import { nudgeFor } from '@momentous/shared/rules/no-dissing'
import { describe, expect, it } from 'vitest'

describe('the nudge before an idea or a build is sent', () => {
  it.each([
    'we tried that, it never works',
    'We’ve already tried this in 2019',
    'That will never work here',
    'it wouldn’t work with the old tills',
    'Yes, but the phone rings all day',
    'but who answers the door',
    'That can’t be done',
    'Management would never agree',
    'Nobody will use it',
    'That is impossible',
    'Not our job',
    'That’s not how we do it here',
    'Too complicated',
    'We don’t have the time for that',
    'This is against the rules',
    'What a stupid idea',
    'Sorry, but that will never work',
  ])('sees an idea being closed down in “%s”', (text) => {
    expect(nudgeFor(text)).toBe('closing')
  })

  it.each([
    'too expensive',
    'That costs far too much',
    'We can’t afford it',
    'There is no budget',
    'Who is going to pay for that?',
    'How much would that cost',
  ])('sees money come too early in “%s”', (text) => {
    expect(nudgeFor(text)).toBe('money')
  })

  it.each([
    'Sorry, just dreaming',
    'This may be a silly idea, but a dog in the waiting room',
    'It’s a bit daft: balloons',
    'Probably stupid, but a slide from the first floor',
    'I know this sounds odd',
    'Ignore me, a pony',
  ])('sees somebody put the own idea down in “%s”', (text) => {
    expect(nudgeFor(text)).toBe('apology')
  })

  it.each([
    'Text people before they leave home when we run late',
    'Real coffee once it is more than ten minutes',
    'The dentist comes out and says sorry in person',
    'A sorry card in the post',
    'A dog that lives in the waiting room',
    'Never let a caller wait without a word',
    'Give the money back when we are late',
    'Free parking for anyone we keep waiting',
    'offer a later slot in the same text',
    'tells them how long, honestly',
    'A crazy hat for whoever waits longest',
    'Let the patient choose the music, but quietly',
    'What if nobody had to wait at all',
    'Make it impossible to forget the appointment',
    'Show what it costs before we begin',
    'Try it for a week and count',
    'A pager, so they can go for a walk',
    'Work through lunch on Mondays',
    'Ask at booking: are you in a rush?',
    '',
  ])('leaves “%s” alone', (text) => {
    expect(nudgeFor(text)).toBe(null)
  })
})
