import type { ShapeId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { copyPieces } from '../../client/src/tools/copy-pieces.ts'
import type { Bench } from '../../client/src/tools/bench.ts'
import { pasteInList } from '../../client/src/tools/paste-in-list.ts'
import { hand, type Hand } from '../support/live-bench.ts'

/** Two notes, one placed by hand, and an area. */
function withTwoCopied(): Hand {
  const who = hand()
  const [one, two] = who.line
  const area = 'area-one-11' as ShapeId
  who.wall.act('place-moments', { places: [{ id: two, place: [100, 900, 200, 150] }] })
  who.wall.act('add-shape', { kind: 'area', id: area, place: [0, 800, 600, 400] })
  who.bench.selection.set([area, two, one])
  return who
}

function copied(bench: Bench) {
  const found = copyPieces(bench)
  if (!found) throw new Error('Nothing was copied.')
  return found
}

describe('pasting in the list', () => {
  it('puts copied notes after the row with their types, and without places and shapes; else a moment a line', () => {
    const who = withTwoCopied()
    const [one, two] = who.line
    who.wall.act('set-contact-type', { ids: [two], channel: 'phone' })
    const { html, plain } = copied(who.bench)
    const list = hand()
    const [first, second] = list.line
    const made = pasteInList({ html, plain }, first, list.wall)
    expect(list.line.slice(0, 4)).toEqual([first, ...made, second])
    expect(made.map((id) => list.wall.moment(id))).toMatchObject(
      [one, two].map((id) => ({ text: who.wall.moment(id)?.text, channel: who.wall.moment(id)?.channel, place: null })),
    )
    expect(list.wall.shapes()).toEqual([])
    expect(pasteInList({ html: '<p>Rings</p>', plain: 'Rings' }, 'last', list.wall)).toEqual([list.line.at(-1)])
    expect(pasteInList({ html: '', plain: ' ' }, 'last', list.wall)).toEqual([])
  })

  it('keeps the types of copied notes in a composer too, which leaves a single note to its field as words', () => {
    const who = withTwoCopied()
    const [one, two] = who.line
    for (const [id, channel] of [
      [one, null],
      [two, 'phone'],
    ] as const)
      who.wall.act('set-contact-type', { ids: [id], channel })
    const list = hand()
    const made = pasteInList(copied(who.bench), 'last', list.wall, { least: 2, channel: 'post' })
    expect(made.map((id) => list.wall.moment(id)?.channel)).toEqual(['post', 'phone'])
    who.bench.selection.set([one])
    expect(pasteInList(copied(who.bench), 'last', list.wall, { least: 2 })).toEqual([])
  })
})
