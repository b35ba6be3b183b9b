import { newId, type GroupId, type MomentId, type ShapeId, type StrokeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Shape } from '@momentous/shared/domain/shape'
import { describe, expect, it } from 'vitest'
import { clipOf, htmlOf, type Clip } from '../../client/src/model/clip.ts'
import { compareLying } from '@momentous/shared/scene/piece-scene'
import { createSelection } from '../../client/src/model/selection.ts'
import { copyPieces } from '../../client/src/tools/copy-pieces.ts'
import { putAt } from '../../client/src/tools/depth-verbs.ts'
import { duplicatePieces, duplicateRefusal } from '../../client/src/tools/duplicate-pieces.ts'
import { remove, selectAll } from '../../client/src/tools/key-actions.ts'
import { momentsOfLines, type Pasting } from '../../client/src/tools/moments-of-lines.ts'
import { pasteLines } from '../../client/src/tools/paste-lines.ts'
import { pastePieces } from '../../client/src/tools/paste-pieces.ts'
import { pasteRemark } from '../../client/src/words/clipboard.ts'
import { liveBoard } from '../support/live-board.ts'
import { hand, type Hand } from '../support/live-bench.ts'
import { ownDesk } from '../support/own-desk.ts'
import { seededRandom } from '../support/seeded-random.ts'

const area = 'areaaaaaaaaa' as ShapeId
const arrow = 'arrowaaaaaaa' as ShapeId
const line = 'strokeaaaaaa' as StrokeId
const group = 'groupaaaaaaa' as GroupId

/** Two notes, one placed by hand, an area, a line and a connector between note and area. */
function furnished(): Hand {
  const who = hand()
  const [one, two] = who.line
  const { wall } = who
  wall.act('place-moments', { places: [{ id: two, place: [100, 900, 200, 150] }] })
  wall.act('add-shape', { kind: 'area', id: area, place: [0, 800, 600, 400], words: 'Before', tint: 'mint' })
  wall.act('add-shape', { kind: 'connector', id: arrow, from: { at: two }, to: { at: area } })
  wall.act('draw-stroke', { id: line, pen: 'ink', width: 2, points: [0, 850, 0.5, 50, 900, 0.5] })
  wall.act('group-pieces', { ids: [two, area], group })
  who.bench.selection.set([area, arrow, line, two, one])
  return who
}

function copied(who: Hand): { html: string; plain: string; clip: Clip } {
  const found = copyPieces(who.bench)
  const clip = found && clipOf(found.html)
  if (!clip) throw new Error('Nothing was copied.')
  return { ...found, clip }
}

function only(id: PieceId, { wall }: Hand) {
  const selection = createSelection(wall)
  selection.set([id])
  return selection
}

const shapesOf = (who: Hand) => who.wall.shapes().filter(({ removed }) => !removed)
const connector = (shapes: readonly Shape[]) => shapes.find((shape) => shape.kind === 'connector')

describe('copying', () => {
  it('gives the words in the timeline’s order, one a line', () => {
    const who = hand()
    const [one, two, three] = who.line
    who.wall.act('set-contact-type', { ids: [two], channel: 'phone' })
    who.bench.selection.set([three, one, two])
    const text = (id: MomentId) => who.wall.moment(id)?.text
    const { plain } = copied(who)
    expect(plain.split('\n').map((row) => row.split('\t')[0])).toEqual([text(one), text(two), text(three)])
    expect(plain.split('\n')[1]?.split('\t')[1]).toBe('Phone')
    expect(copyPieces(hand().bench)).toBe(null)
  })

  it('takes everything that lies on the wall, when all of it is selected', () => {
    const who = furnished()
    who.wall.act('remove-shapes', { ids: [arrow], removed: true })
    selectAll(who.bench, who.toolbox)
    expect([...who.bench.selection.pieces()]).toEqual([area, line, ...who.line])
    expect(copied(who).clip).toMatchObject({ shapes: [{ id: area }], strokes: [{ id: line }] })
  })

  it('cuts what isn’t locked, and one step of undo brings it back', () => {
    const who = furnished()
    const [one, two] = who.line
    who.wall.act('lock-moments', { ids: [one], locked: true })
    remove(who.bench, who.toolbox)
    expect([who.wall.moment(one)?.removed, who.wall.moment(two)?.removed]).toEqual([false, true])
    expect([shapesOf(who).length, who.wall.strokes().length]).toEqual([0, 0])
    who.wall.undo()
    expect([shapesOf(who).length, who.wall.strokes().length]).toEqual([2, 1])
  })
})

describe('pasting pieces', () => {
  it('makes new ones that lie, hold on and go together as the old ones did', () => {
    const who = furnished()
    const { clip } = copied(who)
    const other = hand()
    const before = new Set(other.wall.moments().map(({ id }) => id))
    pastePieces(clip, other.bench)
    const [tidy, placed] = other.wall.moments().filter(({ id }) => !before.has(id))
    const made = shapesOf(other)
    const [drawn] = other.wall.strokes()
    const frame = made.find((shape) => shape.kind === 'area')
    expect([tidy?.place, placed?.text]).toEqual([null, who.wall.moment(who.line[1])?.text])
    const by = [(placed?.place?.[0] ?? 0) - 100, (placed?.place?.[1] ?? 0) - 900]
    expect(frame).toMatchObject({ words: 'Before', tint: 'mint', place: [by[0], 800 + (by[1] ?? 0), 600, 400] })
    expect(drawn?.moved).toEqual(by)
    expect(connector(made)).toMatchObject({ from: { at: placed?.id }, to: { at: frame?.id } })
    expect(placed?.group).toBe(frame?.group)
    expect([placed?.group === group, placed?.id === who.line[1]]).toEqual([false, false])
    expect(other.bench.selection.pieces().size).toBe(5)
    other.wall.undo()
    expect(shapesOf(other)).toEqual([])
  })

  it('lays them one over the other as they lay, before everything that is there', () => {
    const who = furnished()
    const [, two] = who.line
    putAt('back', { ...who.bench, selection: only(two, who) })
    putAt({ under: two }, { ...who.bench, selection: only(line, who) })
    const { clip } = copied(who)
    const order = (of: Hand) =>
      [...of.bench.selection.pieces()]
        .flatMap((id) => of.bench.scene.piece(id) ?? [])
        .toSorted(compareLying)
        .map(({ kind }) => kind)
    expect(order(who).slice(0, 2)).toEqual(['stroke', 'note'])
    pastePieces(clip, who.bench)
    expect(who.bench.selection.has(two)).toBe(false)
    expect(order(who)).toEqual(['stroke', 'note', 'area', 'connector', 'note'])
    const lowest = who.bench.scene.piecesIn({ x: -9e4, y: -9e4, w: 18e4, h: 18e4 }).slice(-5)
    expect(lowest.every(({ id }) => who.bench.selection.has(id))).toBe(true)
  })

  it('leaves a connector’s end in place when what it held on to stays behind', () => {
    const who = furnished()
    who.bench.selection.set([arrow])
    const [{ shapes }] = [copied(who).clip]
    expect(shapes).toMatchObject([{ from: { point: [200, 975] }, to: { point: [300, 1000] } }])
  })

  it('comes at the pointer, and knows another board’s contact types by their names', () => {
    const who = furnished()
    who.bench.selection.set([who.line[1]])
    const { clip } = copied(who)
    const [moment] = clip.moments
    if (!moment) throw new Error('Nothing was copied.')
    const own = { ...moment, channel: 'own-theirs', channelName: 'our APP', setting: 'group' } as const
    const stranger = { ...own, id: 'strangeraaaa' as MomentId, channelName: 'Pigeon' }
    const other = hand({ phase: 'post', channels: [{ id: 'own-ours', label: 'Our app', letter: 'O' }] })
    other.bench.live.pointer.set({ x: 400, y: 300 })
    pastePieces({ ...clip, moments: [own, stranger] }, other.bench)
    const [known, unknown] = [...other.bench.selection.ids()].map((id) => other.wall.moment(id))
    const at = other.bench.camera.toBoard({ x: 400, y: 300 })
    expect(known).toMatchObject({ channel: 'own-ours', setting: 'group', place: [at.x - 100, at.y - 75, 200, 150] })
    expect(unknown).toMatchObject({ channel: null, setting: null })
  })

  it('makes nothing that the phase doesn’t allow', () => {
    const { clip } = copied(furnished())
    const late = hand({ phase: 'choose' }, 'participant')
    pastePieces(clip, late.bench)
    expect([late.wall.acts, shapesOf(late), late.wall.strokes()]).toEqual([['add-moments'], [], []])
  })
})

describe('making copies at once', () => {
  it('lays copies of everything a little aside, with their ends, groups and depths, whatever the pointer is over', () => {
    const who = furnished()
    who.bench.live.pointer.set({ x: 10, y: 10 })
    expect([duplicateRefusal(who.bench), duplicatePieces(who.bench)]).toEqual([null, true])
    const [, frame] = shapesOf(who).filter((shape) => shape.kind === 'area')
    expect(frame).toMatchObject({ place: [24, 824, 600, 400] })
    expect(shapesOf(who).filter((shape) => shape.kind === 'connector')[1]).toMatchObject({ to: { at: frame?.id } })
    expect(who.wall.acts.filter((verb) => verb === 'add-shapes')).toHaveLength(1)
    expect([who.bench.selection.pieces().size, who.bench.selection.has(area)]).toEqual([5, false])
    who.wall.undo()
    expect(shapesOf(who)).toHaveLength(2)
  })

  it('puts notes behind their originals, and many of them in a row as one change', () => {
    const who = hand()
    const [one, two, three] = who.line
    who.wall.act('set-seconds', { id: one, seconds: 90 })
    who.bench.selection.set([one, three])
    duplicatePieces(who.bench)
    const text = (id: MomentId | undefined) => id && who.wall.moment(id)?.text
    expect(who.line.slice(0, 5).map(text)).toEqual([one, one, two, three, three].map(text))
    expect(who.line[1] && who.wall.moment(who.line[1])?.seconds).toBe(90)
    pasteLines(Array.from({ length: 30 }, (_, at) => `Line ${at}`).join('\n'), who.bench)
    const acts = who.wall.acts.length
    duplicatePieces(who.bench)
    expect(who.wall.acts.length - acts).toBe(1)
  })

  it('says in a sentence why not', () => {
    const who = hand({ phase: 'choose' }, 'participant')
    expect(duplicateRefusal(who.bench)).toBe('Select something on the wall first.')
    who.bench.selection.set([who.line[0]])
    expect(duplicateRefusal(who.bench)).toMatch(/^[A-Z].*\.$/)
  })
})

describe('an HTML of the clipboard', () => {
  const one = copied(furnished())

  it('comes back as it went, whatever the words', () => {
    const text = `<b>"&quot;' 👩‍👩‍👧 שלום %41 \u2028`
    const clip: Clip = { ...one.clip, moments: one.clip.moments.map((moment) => ({ ...moment, text })) }
    expect(clipOf(`<html><body>${htmlOf([[text]], clip)}</body></html>`)).toEqual(clip)
    expect(htmlOf([[text]], null)).toContain('&lt;b&gt;')
  })

  it.each([
    ['from elsewhere', '<p>Hello</p>'],
    ['cut off', one.html.slice(0, 400)],
    ['damaged', one.html.replace(/%22moments%22/, '%22moment%22')],
    ['no JSON', '<table data-momentous-clip="%7B"></table>'],
    ['no code', '<table data-momentous-clip="%E0%A4%A"></table>'],
    ['of a later version', one.html.replace('%22version%22%3A1', '%22version%22%3A2')],
    [
      'with a script for a contact type',
      one.html.replace(/%22channel%22%3A(?:null|%22[a-z-]+%22)/, '%22channel%22%3A%22javascript%22'),
    ],
  ])('that is %s is no clip', (_what, html) => {
    expect(clipOf(html)).toBe(null)
  })
})

describe('pasting lines', () => {
  it('makes notes behind the selected one, as one step of undo', () => {
    const who = hand()
    const [one, two] = who.line
    who.bench.selection.set([one])
    expect(pasteLines('Parks\nRings\tphone\n', who.bench)).toBe(true)
    const [, parks, rings, next] = who.line
    expect([parks, rings, next].map((id) => who.wall.moment(id)?.text ?? '').slice(0, 2)).toEqual(['Parks', 'Rings'])
    expect([who.wall.moment(rings)?.channel, next]).toEqual(['phone', two])
    who.wall.undo()
    expect(who.line[1]).toBe(two)
    expect(pasteLines(' \n', who.bench)).toBe(false)
  })

  it('makes a thousand notes of a thousand lines in five changes; one step of undo takes them all back', () => {
    const live = liveBoard({ phase: 'post' })
    const { acting, facts, made } = ownDesk(live)
    const wall = {
      act: acting.act,
      together: acting.history.together,
      session: facts.session.get,
      newId: () => newId(seededRandom(made.length + counter++)),
      say: () => undefined,
    } as Pasting
    let counter = 0
    const [first = 'last', second] = live.line()
    const lines = Array.from({ length: 1_000 }, (_, at) => `Line ${at}`)
    const ids = momentsOfLines(lines.join('\n'), first, wall)
    expect(ids).toHaveLength(1_000)
    expect([made.length, live.line().slice(1, 1_001), live.line()[1_001]]).toEqual([5, ids, second])
    acting.history.undo()
    expect([made.length, live.line()[1]]).toEqual([10, second])
    acting.history.redo()
    expect(live.line().slice(1, 1_001)).toEqual(ids)
  })

  it('says what it left out', () => {
    const who = hand()
    pasteLines(`${'x'.repeat(401)}\nWaits`, who.bench)
    expect(who.wall.said).toEqual(['1 note had more than 400 characters and was cut there.'])
    expect(pasteRemark({ over: true, cut: 2, beside: true }, 1_000, 400)).toBe(
      'The first column became notes; what stands beside it was left out. One paste makes up to 1000 notes; the rest was left out. 2 notes had more than 400 characters and were cut there.',
    )
  })
})
