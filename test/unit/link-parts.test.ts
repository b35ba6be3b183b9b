import type { MomentId } from '@momentous/shared/domain/id'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { linkAt, linkParts } from '../../client/src/model/link-parts.ts'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import { noteVerbs } from '../../client/src/tools/note-verbs.ts'
import { evenMeasure, hand, type Hand } from '../support/live-bench.ts'

const fitter = createTextFitter(evenMeasure)
const words = 'See https://example.org/a-long-address-of-some-page and then\nhttp://two.example.'
const laid = fitter.fit(words, 148, 76)

describe('the parts of an address', () => {
  it('stand where its letters do, also where it is cut, and nowhere else', () => {
    const parts = linkParts(words, laid.lines)
    const joined = (href: string) =>
      parts
        .filter((part) => part.href === href)
        .map(({ line, from, to }) => laid.lines[line]?.text.slice(from, to))
        .join('')
    expect(joined('https://example.org/a-long-address-of-some-page')).toBe(
      'https://example.org/a-long-address-of-some-page',
    )
    expect(joined('http://two.example/')).toBe('http://two.example')
    expect(new Set(parts.map(({ line }) => line)).size).toBeGreaterThan(2)
    expect(linkParts('No address here', laid.lines)).toEqual([])
  })

  it('are found under a point of the box, from either side', () => {
    const box = { w: 148 }
    const last = laid.lines.length - 1
    expect(linkAt(words, laid, box, { x: 20, y: last * laid.leading + 2 })).toBe('http://two.example/')
    expect(linkAt(words, laid, box, { x: 147, y: last * laid.leading + 2 })).toBe(null)
    expect(linkAt(words, laid, box, { x: 20, y: laid.height + 30 })).toBe(null)
    const mirrored = { ...laid, rightToLeft: true }
    expect(linkAt(words, mirrored, box, { x: 128, y: last * laid.leading + 2 })).toBe('http://two.example/')
  })
})

describe('a link on the wall', () => {
  const opened: unknown[][] = []
  beforeEach(() => {
    opened.length = 0
    vi.stubGlobal('window', { open: (...asked: unknown[]) => void opened.push(asked) })
  })
  afterEach(() => vi.unstubAllGlobals())

  const linked = (text: string): { who: Hand; id: MomentId } => {
    const who = hand()
    const [id] = who.line
    who.wall.act('edit-text', { root: 'moments', id, key: 'text', index: 0, remove: 99, insert: text })
    return { who, id }
  }
  const first = ({ bench }: Hand, id: MomentId) => {
    const rect = bench.scene.note(id)?.rect
    if (!rect) throw new Error('The note is there.')
    return { x: rect.x + 40, y: rect.y + 20 }
  }
  const safely = (href: string) => [[href, '_blank', 'noopener,noreferrer']]

  it('opens with Ctrl or Cmd and a click in a tab that knows nothing of this one; a mere click selects', () => {
    const { who, id } = linked('https://example.org')
    who.click(first(who, id))
    expect([opened, [...who.bench.selection.pieces()]]).toEqual([[], [id]])
    who.click(first(who, id), { mod: true })
    expect(opened).toEqual(safely('https://example.org/'))
  })

  it('opens under a finger on the note that was selected before, where the finger touches it', () => {
    const { who, id } = linked('https://example.org and more of it')
    const { x, y } = first(who, id)
    who.click({ x, y }, { pointer: 'touch' })
    expect(opened).toEqual([])
    who.click({ x, y: y + 50 }, { pointer: 'touch' })
    expect(opened).toEqual([])
    who.click({ x, y }, { pointer: 'touch', clicks: 2 })
    expect([opened, who.bench.desk.editing.get()]).toEqual([[], id])
    who.click({ x, y }, { pointer: 'touch' })
    expect(opened).toEqual(safely('https://example.org/'))
  })

  it('shows a hand while Ctrl or Cmd is held over it', () => {
    const { who, id } = linked('https://example.org')
    const hover = (mod: boolean) => {
      const at = first(who, id)
      const contact = {
        at,
        screen: who.bench.camera.toScreen(at),
        shift: false,
        alt: false,
        mod,
        pressure: 0.5,
        time: 0,
      }
      who.toolbox.send({ ...contact, type: 'hover', pointer: 'mouse' })
      return who.bench.live.cursor.get()
    }
    expect([hover(true), hover(false)]).toEqual(['pointer', null])
  })

  it('opens from the menu of its note; no script is a link', () => {
    const { who, id } = linked('javascript:alert(1) https://example.org/a')
    who.bench.selection.set([id])
    noteVerbs(who.bench)
      .find(({ name }) => name === 'link')
      ?.act()
    expect(opened).toEqual(safely('https://example.org/a'))
    const { who: other, id: script } = linked('javascript:alert(1)')
    other.bench.selection.set([script])
    expect(noteVerbs(other.bench).some(({ name }) => name === 'link')).toBe(false)
    other.click(first(other, script), { mod: true })
    expect(opened).toHaveLength(1)
  })
})
