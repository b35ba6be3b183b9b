import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedCaret, typedEdit } from '../../client/src/model/text-edit.ts'
import { edited } from '../../client/src/model/text-rebase.ts'

describe('what was typed', () => {
  it('is found where the caret stands, also among equal letters', () => {
    expect(typedEdit('aaa', 'aaaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' })
    expect(typedEdit('aaa', 'aaaa', 4)).toEqual({ index: 3, remove: 0, insert: 'a' })
    expect(typedEdit('nobody', 'nobdy', 3)).toEqual({ index: 3, remove: 1, insert: '' })
  })

  it('is nothing when nothing changed', () => {
    expect(typedEdit('same', 'same', 2)).toBeNull()
  })

  it('never cuts an emoji in half', () => {
    expect(typedEdit('😀', '😁', 2)).toEqual({ index: 0, remove: 2, insert: '😁' })
  })

  it('always turns the one text into the other, with whole letters', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁'), maxLength: 12 })
    fc.assert(
      fc.property(text, text, fc.nat(24), (before, after, caret) => {
        const edit = typedEdit(before, after, Math.min(caret, after.length))
        expect(edit ? edited(before, edit) : before).toBe(after)
        expect(edit?.insert.isWellFormed() ?? true).toBe(true)
      }),
    )
  })
})

describe('the caret', () => {
  it('moves along with what others type before it, and stays for what comes after', () => {
    expect(movedCaret(5, { index: 2, remove: 0, insert: 'xyz' })).toBe(8)
    expect(movedCaret(5, { index: 5, remove: 0, insert: 'xyz' })).toBe(5)
    expect(movedCaret(5, { index: 3, remove: 4, insert: '' })).toBe(3)
  })
})
