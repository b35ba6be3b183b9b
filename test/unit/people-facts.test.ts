import type { SeatId } from '@momentous/shared/domain/id'
import type { Person } from '@momentous/shared/domain/person'
import { describe, expect, it } from 'vitest'
import { facilitatorName, inOrder, readiness, workplaceTally } from '../../client/src/session/people-facts.ts'

const person = (name: string, facts: Partial<Person> = {}): Person => ({
  seat: `seat-of-${name}` as SeatId,
  name,
  role: 'participant',
  workplace: null,
  online: true,
  ready: false,
  heir: false,
  ...facts,
})
const marian = person('Marian', { role: 'facilitator' })
const client = person('Client', { role: 'observer', ready: true })

describe('who is waited for', () => {
  it('is whoever takes part and is here, not who steers, looks on or has left', () => {
    const people = [marian, client, person('Tom', { ready: true }), person('Ruth'), person('Gone', { online: false })]
    expect(readiness(people, 'post')).toEqual({ ready: 1, all: 2, everybody: false })
  })

  it('is also the facilitator in Choose, who has dots like everybody', () => {
    expect(readiness([marian, person('Tom', { ready: true })], 'choose')).toEqual({
      ready: 1,
      all: 2,
      everybody: false,
    })
  })

  it('is counted by the server while nobody is told to be ready', () => {
    expect(readiness([marian, person('Tom'), person('Ruth')], 'ideas', 1)).toEqual({
      ready: 1,
      all: 2,
      everybody: false,
    })
    expect(readiness([marian, person('Tom')], 'ideas', 3)).toEqual({ ready: 1, all: 1, everybody: true })
  })

  it('is never everybody while there is nobody', () => {
    expect(readiness([marian], 'post').everybody).toBe(false)
    expect(readiness([marian, person('Tom', { ready: true })], 'post').everybody).toBe(true)
  })
})

describe('the people', () => {
  it('are asked by the name of a facilitator who is here, before one who isn’t', () => {
    const away = person('Ruth', { role: 'facilitator', online: false })
    expect(facilitatorName([away, marian])).toBe('Marian')
    expect(facilitatorName([away])).toBe('Ruth')
    expect(facilitatorName([person('', { role: 'facilitator' })])).toBe('')
  })

  it('stand with those who steer first and those who have left last', () => {
    const gone = person('Gone', { online: false })
    expect(inOrder([client, gone, person('Tom'), marian]).map(({ name }) => name)).toEqual([
      'Marian',
      'Tom',
      'Client',
      'Gone',
    ])
  })

  it('are counted by where they work, those who didn’t say left out', () => {
    const people = [person('A', { workplace: 'front-line' }), person('B', { workplace: 'manager' }), person('C')]
    expect(workplaceTally(people)).toEqual({ 'front-line': 1, office: 0, manager: 1 })
  })
})
