import { describe, expect, it } from 'vitest'
import { endEditing, nextNote } from '../../client/src/tools/edit-note.ts'
import { keysAnywhere, keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { chordOf } from '../../client/src/tools/chord.ts'
import { meaningOf, wheelFactor } from '../../client/src/tools/wheel.ts'
import { hand } from '../support/live-bench.ts'

const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }
const wheel = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, shiftKey: false }

function press(it: ReturnType<typeof hand>, chord: string): boolean {
  return (keysOnWall[chord] ?? keysAnywhere[chord])?.(it.bench, it.toolbox) ?? false
}

describe('a chord', () => {
  it('has one name on every layout', () => {
    expect(chordOf({ ...plain, key: '!', code: 'Digit1', shiftKey: true })).toBe('shift+1')
    expect(chordOf({ ...plain, key: 'Z', code: 'KeyZ', shiftKey: true, metaKey: true })).toBe('shift+mod+z')
    expect(chordOf({ ...plain, key: '+', code: 'Equal', shiftKey: true })).toBe('+')
    expect(chordOf({ ...plain, key: 'ArrowLeft', code: 'ArrowLeft', altKey: true })).toBe('alt+arrowleft')
  })
})

describe('keys on the wall', () => {
  it('walk the notes in timeline order and stop at the ends', () => {
    const it = hand()
    press(it, 'arrowright')
    press(it, 'arrowright')
    expect(it.bench.selection.lead()).toBe(it.line[1])
    press(it, 'arrowleft')
    press(it, 'arrowleft')
    expect(it.bench.selection.lead()).toBe(it.line[0])
  })

  it('move a note in the order with Alt', () => {
    const it = hand()
    const [one, two] = it.line
    it.bench.selection.set([one])
    press(it, 'alt+arrowright')
    expect(it.line.slice(0, 2)).toEqual([two, one])
    press(it, 'alt+arrowleft')
    expect(it.line.slice(0, 2)).toEqual([one, two])
    expect(press(it, 'alt+arrowleft')).toBe(false)
  })

  it('put notes into the bin, and undo brings them back', () => {
    const it = hand()
    const [one] = it.line
    it.bench.selection.set([one])
    press(it, 'delete')
    expect(it.wall.moment(one)?.removed).toBe(true)
    press(it, 'mod+z')
    expect(it.wall.moment(one)?.removed).toBe(false)
    press(it, 'mod+y')
    expect(it.wall.moment(one)?.removed).toBe(true)
  })

  it('duplicate next to the original, as one step of undo', () => {
    const it = hand()
    const [one, two] = it.line
    it.bench.selection.set([one, two])
    press(it, 'mod+d')
    expect(it.line).toHaveLength(12)
    expect(it.wall.moment(it.line[1])?.text).toBe(it.wall.moment(one)?.text)
    press(it, 'mod+z')
    expect(it.line).toHaveLength(10)
  })

  it('select everything', () => {
    const it = hand()
    press(it, 'mod+a')
    expect(it.bench.selection.ids().size).toBe(10)
  })

  it('climb down the ladder with Escape: text, gesture, tool, selection, wall', () => {
    const it = hand()
    const [one] = it.line
    it.toolbox.take('pen')
    it.bench.selection.set([one])
    it.bench.desk.editing.set(one)
    it.press({ x: 0, y: 600 })
    const left = () => [
      it.bench.desk.editing.get(),
      it.bench.live.stroke.get() === null,
      it.toolbox.held.get(),
      it.bench.selection.ids().size,
    ]
    expect(press(it, 'escape') && left()).toEqual([null, false, 'pen', 1])
    expect(press(it, 'escape') && left()).toEqual([null, true, 'pen', 1])
    expect(press(it, 'escape') && left()).toEqual([null, true, 'select', 1])
    expect(press(it, 'escape') && left()).toEqual([null, true, 'select', 0])
    expect(press(it, 'escape')).toBe(false)
  })
})

describe('single keys', () => {
  it('take tools, but none that is of no use now', () => {
    const it = hand({ phase: 'ideas' }, 'participant')
    expect(press(it, 'p')).toBe(false)
    expect(press(it, 'h')).toBe(true)
    expect(it.toolbox.held.get()).toBe('hand')
  })

  it('a digit is the contact type of selected notes, in Colour a pen, else only 1 means something: show everything', () => {
    const it = hand()
    expect(press(it, '2')).toBe(false)
    expect(press(it, '1')).toBe(true)
    it.bench.selection.set(it.line.slice(0, 2))
    press(it, '5')
    expect(it.line.slice(0, 2).map((id) => it.wall.moment(id)?.channel)).toEqual(['email', 'email'])
    const colouring = hand({ phase: 'colour' })
    press(colouring, '3')
    expect([colouring.toolbox.held.get(), colouring.bench.desk.pen.get()]).toEqual(['pen', 'web-conference'])
  })
})

describe('typing notes one after the other', () => {
  it('opens the next note behind the one that is done', () => {
    const it = hand()
    const [one, two] = it.line
    it.bench.desk.editing.set(one)
    nextNote(it.bench)
    const made = it.bench.desk.editing.get()
    expect(it.line.slice(0, 3)).toEqual([one, made, two])
  })

  it('ends in a note that stayed empty, which goes', () => {
    const it = hand()
    it.bench.desk.editing.set(it.line[0])
    nextNote(it.bench)
    nextNote(it.bench)
    expect(it.bench.desk.editing.get()).toBeNull()
    expect(it.line).toHaveLength(10)
  })

  it('leaves what was written when it ends', () => {
    const it = hand()
    const [one] = it.line
    it.bench.desk.editing.set(one)
    endEditing(it.bench)
    expect(it.line[0]).toBe(one)
  })
})

describe('the wheel', () => {
  it('zooms in notches of a mouse and in pinches, pans on a pad and with Shift', () => {
    expect(meaningOf({ ...wheel, deltaY: 120 })).toBe('zoom')
    expect(meaningOf({ ...wheel, deltaY: 3, deltaMode: 1 })).toBe('zoom')
    expect(meaningOf({ ...wheel, deltaY: 2, ctrlKey: true })).toBe('zoom')
    expect(meaningOf({ ...wheel, deltaY: 4 })).toBe('pan')
    expect(meaningOf({ ...wheel, deltaX: 60, deltaY: 80 })).toBe('pan')
    expect(meaningOf({ ...wheel, deltaY: 120, shiftKey: true })).toBe('pan')
  })

  it('enlarges upwards, and a wild spin no more than a strong one', () => {
    expect(wheelFactor(-100, false)).toBeGreaterThan(1)
    expect(wheelFactor(5000, false)).toBe(wheelFactor(100, false))
  })

  it('enlarges by the same step with Ctrl, and follows the small steps of a pinch', () => {
    expect(wheelFactor(-100, true)).toBe(wheelFactor(-100, false))
    expect(wheelFactor(-10, true)).toBeGreaterThan(wheelFactor(-10, false))
  })
})
