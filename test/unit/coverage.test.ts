import type { Ranking } from '@momentous/shared/domain/assessment'
import { coverageHint, missingChannels } from '@momentous/shared/priorities/coverage'
import { gradesIn, spreadOf } from '@momentous/shared/priorities/spread'
import { describe, expect, it } from 'vitest'
import { sampleMoment } from '../support/board-sample.ts'

const wall = (...texts: string[]) => texts.map((text, index) => sampleMoment(index, { text }))

describe('the coverage hint', () => {
  const visit = wall(
    'Looks up our opening hours',
    'Phones to book',
    'An email the day before',
    'Walks in',
    'A letter comes',
  )

  it('names the channels that nobody has thought of, before any colour is given', () => {
    expect(coverageHint(visit)).toEqual({
      channels: ['web-conference', 'social'],
      text: 'Nothing by web conference or social media yet. Is that right?',
    })
  })

  it('names one alone, and face-to-face in its own way', () => {
    const shop = [...visit, ...wall('A webinar', 'Asks on Instagram')].filter(({ text }) => text !== 'Walks in')
    expect(coverageHint(shop)?.text).toBe('Nothing face-to-face yet. Is that right?')
  })

  it('believes the contact type that was given, not the words', () => {
    expect(missingChannels([sampleMoment(1, { text: 'Phones', channel: 'email' })])).toContain('phone')
  })

  it('is silent at the beginning, and when every channel is met', () => {
    expect(coverageHint(wall('Phones', 'Walks in', 'Pays'))).toBeNull()
    expect(coverageHint([...visit, ...wall('A webinar', 'Instagram')])).toBeNull()
  })

  it('does not count what is in the bin', () => {
    const binned = visit.map((moment) => (moment.text === 'A letter comes' ? { ...moment, removed: true } : moment))
    expect(coverageHint(binned)?.channels).toEqual(['web-conference', 'post'])
  })
})

describe('the spread of the blind grades', () => {
  it('counts each grade, and how many graded', () => {
    const grades: Ranking[] = ['neutral', 'miserable', 'neutral']
    expect(spreadOf(grades)).toEqual({ magical: 0, neutral: 2, miserable: 1 })
    expect(gradesIn(spreadOf(grades))).toBe(3)
    expect(gradesIn(spreadOf([]))).toBe(0)
  })
})
