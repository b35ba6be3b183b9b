import { carried } from '@momentous/client/controls/caret.ts'
import { edited, rebased } from '@momentous/client/model/text-rebase.ts'
import { textEdit } from '@momentous/shared/commands/edit-text'
import { describe, expect, it } from 'vitest'

describe('a caret in a text that others type into', () => {
  it('stays before what comes after it, and moves with what comes before it', () => {
    expect(carried(4, { index: 9, remove: 0, insert: 'abc' })).toBe(4)
    expect(carried(9, { index: 4, remove: 0, insert: 'abc' })).toBe(12)
    expect(carried(9, { index: 4, remove: 2, insert: '' })).toBe(7)
  })

  it('goes to the end of what replaced the words around it', () => {
    expect(carried(6, { index: 4, remove: 5, insert: 'xy' })).toBe(6)
    expect(carried(8, { index: 4, remove: 5, insert: '' })).toBe(4)
  })
})

describe('an edit that is sent after somebody else’s', () => {
  const together = (before: string, mine: string, theirs: string) =>
    edited(theirs, rebased(textEdit(before, mine), before, theirs))

  it('keeps both people’s words', () => {
    expect(
      together('Seen within ten minutes.', 'Seen by us within ten minutes.', 'Seen within ten minutes, or told.'),
    ).toBe('Seen by us within ten minutes, or told.')
    expect(together('ten', 'ten minutes', 'about ten')).toBe('about ten minutes')
    expect(together('', 'mine', 'theirs')).toContain('mine')
  })

  it('takes away what is still there, and nothing else', () => {
    expect(together('red, blue, green', 'red, green', 'red, blue')).toBe('red, ')
    expect(together('red, blue, green', 'red, green', 'all red, blue, green')).toBe('all red, green')
  })
})
