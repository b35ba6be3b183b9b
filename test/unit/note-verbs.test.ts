import type { Role } from '@momentous/shared/domain/role'
import type { Session } from '@momentous/shared/domain/session'
import { describe, expect, it } from 'vitest'
import { steppedAside } from '../../client/src/canvas/make-room.ts'
import { grow } from '@momentous/shared/scene/geometry'
import { openNoteMenu } from '../../client/src/tools/note-menu.ts'
import { noteVerbs, type NoteVerb, type NoteVerbName } from '../../client/src/tools/note-verbs.ts'
import { ownDots } from '../../client/src/tools/press-note.ts'
import { servedBy } from '../../client/src/tools/served-moment.ts'
import { showAdded } from '../../client/src/tools/show-added.ts'
import { hand, type Hand } from '../support/live-bench.ts'

const verbsOf = (who: Hand) => noteVerbs(who.bench)
const open = (verbs: readonly NoteVerb[]) => verbs.filter(({ refusal }) => refusal === null).map(({ name }) => name)

function verb(who: Hand, name: NoteVerbName): NoteVerb {
  const found = verbsOf(who).find((each) => each.name === name)
  if (!found) throw new Error(`The menu has no “${name}”.`)
  return found
}

/** Somebody with the second note of the line selected. */
function withSecond(session: Partial<Session>, role: Role = 'facilitator'): Hand {
  const who = hand(session, role)
  who.bench.selection.set([who.line[1]])
  return who
}

describe('the menu of a note', () => {
  const everything = ['edit', 'look', 'kind', 'seconds', 'lock', 'stack', 'duplicate', 'arrange', 'remove']

  it.each<[string, Role, Partial<Session>, readonly string[]]>([
    ['Post', 'participant', { phase: 'post' }, everything],
    ['Colour', 'participant', { phase: 'colour' }, everything],
    ['Choose', 'facilitator', { phase: 'choose', vote: { state: 'open', round: 1 } }, everything],
    ['Choose', 'participant', { phase: 'choose', vote: { state: 'open', round: 1 } }, []],
    ['Ideas', 'facilitator', { phase: 'ideas' }, ['duplicate']],
    ['Plan', 'participant', { phase: 'plan' }, ['look', 'lock', 'arrange']],
    ['Post', 'observer', { phase: 'post' }, []],
  ])('in %s opens to a %s what the rules allow, and says why for the rest', (_phase, role, session, allowed) => {
    const verbs = verbsOf(withSecond(session, role))
    expect(open(verbs)).toEqual(allowed)
    for (const { refusal } of verbs) expect(refusal ?? 'Allowed.').toMatch(/^[A-Z].*\.$/)
  })

  it('opens for the note that was asked, and keeps what is selected with it', () => {
    const who = hand()
    const [one, two, three] = who.line
    who.bench.selection.set([one, two])
    openNoteMenu(two, 'verbs', who.bench)
    expect([...who.bench.selection.ids()]).toEqual([one, two])
    openNoteMenu(three, 'verbs', who.bench)
    expect([...who.bench.selection.ids()]).toEqual([three])
    expect(who.bench.desk.menu.get()?.page).toBe('verbs')
    const onlooker = hand({ phase: 'post' }, 'observer')
    expect(openNoteMenu(onlooker.line[0], 'verbs', onlooker.bench)).toBe(false)
  })

  it('acts on all selected notes, but for what is one note’s alone', () => {
    const who = hand()
    const [one, two] = who.line
    who.bench.selection.set([one, two])
    const alone = verbsOf(who).filter(({ refusal }) => refusal === 'This is for one note at a time.')
    expect(alone.map(({ name }) => name)).toEqual(['edit', 'kind', 'seconds'])
    verb(who, 'remove').act()
    expect([one, two].map((id) => who.wall.moment(id)?.removed)).toEqual([true, true])
  })

  it('offers a locked note little more than to unlock it', () => {
    const who = withSecond({ phase: 'post' })
    verb(who, 'lock').act()
    expect(open(verbsOf(who))).toEqual(['look', 'kind', 'seconds', 'lock', 'duplicate', 'arrange'])
    expect(verb(who, 'remove').refusal).toBe('This note is locked. Unlock it first.')
    verb(who, 'lock').act()
    expect(who.wall.moment(who.line[1])?.locked).toBe(false)
  })

  it('stacks a note with all that lies beneath it, and takes the stack apart again', () => {
    const who = hand()
    const [one, two, three] = who.line
    who.bench.selection.set([three])
    verb(who, 'stack').act()
    expect([...who.bench.selection.ids()]).toEqual([two])
    verb(who, 'stack').act()
    expect([two, three].map((id) => who.wall.moment(id)?.stackedOn)).toEqual([one, one])
    expect(who.bench.scene.note(one)?.beneath).toBe(2)
    expect(verb(who, 'stack').refusal).toBe('No note on the timeline comes before it.')
    expect(verb(who, 'unstack').label).toBe('Unstack the 2 notes beneath')
    verb(who, 'unstack').act()
    expect(who.line.slice(0, 3)).toEqual([one, two, three])
  })

  it('makes a note tidy that was placed by hand', () => {
    const who = withSecond({ phase: 'post' })
    const [, two] = who.line
    expect(verb(who, 'tidy').refusal).toBe('It lies where it belongs.')
    who.wall.act('place-moments', { places: [{ id: two, place: [0, 600, 176, 120] }] })
    verb(who, 'tidy').act()
    expect(who.wall.moment(two)?.place).toBeNull()
  })

  it('asks of a note behind the scenes which moment it serves: at first the one that it lay next to', () => {
    const who = hand()
    const [one, two, , , five] = who.line
    expect(servedBy(two, who.bench)).toBe(one)
    who.wall.act('place-moments', { places: [{ id: two, place: [400, -400, 176, 120] }] })
    expect(servedBy(two, who.bench)).toBe(five)
    who.wall.act('set-kind', { id: two, kind: 'invisible', serves: one })
    expect(servedBy(two, who.bench)).toBe(one)
    who.bench.selection.set([two])
    expect(verb(who, 'serves').page).toBe('serves')
  })
})

describe('one’s own dots', () => {
  it('leave the wall when the vote is closed', () => {
    const who = hand({ phase: 'choose', vote: { state: 'open', round: 1 } }, 'participant')
    const [one] = who.line
    who.click(who.middleOf(one))
    expect(ownDots(who.wall)).toEqual({ [one]: 1 })
    who.board.set({ vote: { state: 'closed', round: 1, totals: { [one]: 1 }, ballots: 1 } })
    expect(ownDots(who.wall)).toEqual({})
  })
})

describe('a note that was just added', () => {
  const add = (who: Hand, text: string) => {
    const id = who.wall.newId<Hand['line'][0]>()
    who.wall.act('add-moment', { id, text, after: 'last' })
    showAdded(id, who.bench)
    return id
  }
  const inSight = (who: Hand, id: Hand['line'][0]) => {
    // What touches the edge is in sight, whatever the last digit says.
    const { x, y, w, h } = grow(who.bench.camera.visible(), 0.01)
    const rect = who.bench.scene.note(id)?.rect ?? { x: NaN, y: 0, w: 0, h: 0 }
    return rect.x >= x && rect.y >= y && rect.x + rect.w <= x + w && rect.y + rect.h <= y + h
  }

  it('is seen together with the start while the words stay easy to read, then the wall moves on', () => {
    const who = hand()
    const [first] = who.line
    const content = who.bench.scene.bounds()
    if (content) who.bench.camera.fit(content, true)
    for (let number = 11; number <= 16; number++) {
      const id = add(who, `Moment ${number}`)
      expect([inSight(who, first), inSight(who, id)], `number ${number}`).toEqual([true, true])
    }
    for (let number = 17; number <= 24; number++) expect(inSight(who, add(who, 'more'))).toBe(true)
    expect(who.bench.camera.view().zoom).toBeGreaterThanOrEqual(0.6)
    expect(inSight(who, first)).toBe(false)
  })
})

describe('a note dragged along the line', () => {
  it('opens a gap where it would land, and none over its own place', () => {
    const who = hand()
    const { scene } = who.bench
    const steps = () =>
      who.line.map((id) => {
        const note = scene.note(id)
        return note ? (steppedAside(who.bench).get(id) ?? note.rect).x - note.rect.x : NaN
      })
    who.press({ x: 0, y: -106 })
    who.drag({ x: 20, y: -106 })
    expect(steps().every((step) => step === 0)).toBe(true)
    who.drag({ x: 440, y: -106 })
    expect(steps()).toEqual([0, 0, -12, -32, -44, 44, 32, 12, 0, 0])
    who.cancel()
    expect(steps().every((step) => step === 0)).toBe(true)
  })
})
