import type { ShapeId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { openPieceMenu } from '../../client/src/tools/note-menu.ts'
import { wallVerbs } from '../../client/src/tools/wall-verbs.ts'
import { hand, type Hand } from '../support/live-bench.ts'

const spot = { x: 400, y: 700, w: 0, h: 0 }
const verb = (who: Hand, name: string) => wallVerbs(spot, who.bench).find((each) => each.name === name)

describe('the menu of the bare wall', () => {
  it('puts a note where it was asked for, and opens its words', () => {
    const who = hand()
    who.bench.camera.jump({ x: 100, y: 100, zoom: 1 })
    verb(who, 'note')?.act()
    const id = who.bench.selection.lead()
    expect(id && who.wall.moment(id)?.place).toEqual([500 - 88, 800 - 60, 176, 120])
    expect(who.bench.desk.editing.get()).toBe(id)
  })

  it('selects all and shows everything', () => {
    const who = hand()
    verb(who, 'all')?.act()
    expect(who.bench.selection.ids().size).toBe(10)
    verb(who, 'fit')?.act()
    expect(who.bench.camera.view().zoom).toBeLessThanOrEqual(1)
  })

  it('says in a sentence what can’t be done', () => {
    const who = hand({ phase: 'ideas' }, 'participant')
    for (const name of ['note', 'paste']) expect(verb(who, name)?.refusal).toMatch(/^[A-Z].*\.$/)
    expect(verb(who, 'all')?.refusal).toBeNull()
  })
})

describe('the menu of a shape', () => {
  it('selects the shape, and opens for nobody who only looks on', () => {
    const area = 'area-one-111' as ShapeId
    const who = hand()
    who.board.run('add-shape', { id: area, kind: 'area', words: '', place: [300, 600, 200, 100] })
    expect(openPieceMenu(area, who.bench, spot)).toBe(true)
    expect([...who.bench.selection.pieces()]).toEqual([area])
    expect(who.bench.desk.menu.get()?.page).toBe('arrange')
    const onlooker = hand({ phase: 'post' }, 'observer')
    expect(openPieceMenu(area, onlooker.bench, spot)).toBe(false)
  })
})
