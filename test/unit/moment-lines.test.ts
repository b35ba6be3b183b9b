import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import { describe, expect, it } from 'vitest'
import { momentLines } from '../../client/src/session/moment-lines.ts'
import { shortName } from '../../client/src/session/short-name.ts'

describe('a paste into the composer', () => {
  it('is one moment a line, whatever ends the lines', () => {
    expect(momentLines('Parks\r\nRings\rWaits\nPays')).toEqual(['Parks', 'Rings', 'Waits', 'Pays'])
  })

  it('leaves out empty lines, bullets and numbers, and keeps figures that belong to the words', () => {
    expect(momentLines('- Parks\n\n  \n• Rings\n12. Waits\n3) Pays\n24 hours later')).toEqual([
      'Parks',
      'Rings',
      'Waits',
      'Pays',
      '24 hours later',
    ])
  })

  it('cuts what no note holds, and never a character in half', () => {
    const [line = ''] = momentLines(`${'a'.repeat(MOMENT_TEXT_MAX - 1)}🙂🙂`)
    expect(line).toHaveLength(MOMENT_TEXT_MAX - 1)
    expect(line.isWellFormed()).toBe(true)
  })
})

describe('a short name', () => {
  it('is the whole text while that fits', () => {
    expect(shortName('  The wait\n at the desk ')).toBe('The wait at the desk')
  })

  it('ends with a whole word and an ellipsis', () => {
    expect(shortName('Waits, and nobody says for how long')).toBe('Waits, and nobody says for …')
    expect(shortName('The dentist explains, then examines')).toBe('The dentist explains, then …')
  })

  it('cuts a word that is all there is, between characters', () => {
    const name = shortName(`${'x'.repeat(27)}🙂🙂🙂`)
    expect(name.isWellFormed()).toBe(true)
    expect(name.length).toBeLessThanOrEqual(30)
  })
})
