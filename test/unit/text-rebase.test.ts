import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { edited, rebased, reversed } from '../../client/src/model/text-rebase.ts'

const at = (index: number, remove: number, insert: string) => ({ index, remove, insert })
const merged = (edit: ReturnType<typeof at>, before: string, now: string) => edited(now, rebased(edit, before, now))

describe('an edit that was meant for another state of the text', () => {
  it.each([
    ['stays where it is before others’ change', at(0, 0, 'A '), 'clock', 'clock face', 'A clock face'],
    ['moves along behind it', at(5, 0, '.'), 'clock', 'The clock', 'The clock.'],
    ['comes behind it at the same spot', at(1, 1, 'B'), 'abc', 'axxc', 'axxBc'],
    ['doesn’t take away what they took already', at(2, 3, ''), 'abcdefg', 'abfg', 'abfg'],
    ['takes what they left of its stretch', at(0, 4, 'Z'), 'abcdef', 'abXYef', 'ZXYef'],
    ['is itself when nothing happened', at(1, 1, 'B'), 'abc', 'abc', 'aBc'],
  ])('%s', (_name, edit, before, now, expected) => {
    expect(merged(edit, before, now)).toBe(expected)
  })
})

const edits = (text: string) =>
  fc
    .record({ from: fc.nat(text.length), to: fc.nat(text.length), insert: fc.string({ maxLength: 4 }) })
    .map(({ from, to, insert }) => at(Math.min(from, to), Math.abs(from - to), insert))

test('what an edit did is taken back by its reverse', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }).chain((text) => fc.tuple(fc.constant(text), edits(text))),
      ([text, edit]) => edited(edited(text, edit), reversed(text, edit)) === text,
    ),
  )
})

test('wherever it lands, an edit stays inside the text and keeps its words', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }).chain((text) => fc.tuple(fc.constant(text), edits(text), edits(text))),
      ([text, mine, theirs]) => {
        const now = edited(text, theirs)
        const moved = rebased(mine, text, now)
        expect(moved.index).toBeGreaterThanOrEqual(0)
        expect(moved.remove).toBeGreaterThanOrEqual(0)
        expect(moved.index + moved.remove).toBeLessThanOrEqual(now.length)
        expect(edited(now, moved)).toContain(mine.insert)
      },
    ),
  )
})
