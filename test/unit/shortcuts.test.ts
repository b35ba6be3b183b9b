import { channelOrder } from '@momentous/shared/domain/contact-type'
import type { ShapeId } from '@momentous/shared/domain/id'
import { papers } from '@momentous/shared/domain/moment'
import { penOrder } from '@momentous/shared/domain/pen'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { shortcutRows } from '../../client/src/app/shortcut-rows.ts'
import { arrangeVerbs } from '../../client/src/tools/arrange-verbs.ts'
import { toolOrder } from '../../client/src/tools/tools.ts'
import { wallCommands } from '../../client/src/tools/wall-commands.ts'
import { keysAnywhere, keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { wallOffers } from '../../client/src/tools/wall-offers.ts'
import { wallVerbs } from '../../client/src/tools/wall-verbs.ts'
import { hand } from '../support/live-bench.ts'

type Hand = ReturnType<typeof hand>
const offers = ({ bench, toolbox }: Hand) => wallOffers({ bench, toolbox }, 'Not here.')

/** States of a board in which keys have something to do. */
const states: Readonly<Record<string, () => Hand>> = {
  'nothing is selected': () => hand(),
  'a note in the middle is selected, and something was done and taken back': () => {
    const made = hand()
    const [, second, third] = made.line
    made.wall.act('set-paper', { ids: [second], paper: 'rose' })
    made.wall.act('set-paper', { ids: [third], paper: 'rose' })
    made.wall.undo()
    made.bench.selection.set([third])
    return made
  },
  'a note has a link': () => {
    const made = hand()
    const [first] = made.line
    const insert = 'https://example.org '
    made.wall.act('edit-text', { root: 'moments', id: first, key: 'text', index: 0, remove: 0, insert })
    made.bench.selection.set([first])
    return made
  },
  'two notes lie away from the line': () => {
    const made = hand()
    const [first, second] = made.line
    const places = [
      { id: first, place: [0, 600, 176, 120] as const },
      { id: second, place: [400, 640, 176, 120] as const },
    ].map(({ id, place }) => ({ id, place: [...place] as [number, number, number, number] }))
    made.wall.act('place-moments', { places })
    made.bench.selection.set([first, second])
    return made
  },
  'they are a group': () => {
    const made = hand()
    const [first, second] = made.line
    made.wall.act('group-pieces', { ids: [first, second], group: made.wall.newId() })
    made.bench.selection.set([first, second])
    return made
  },
  'an area is selected': () => {
    const made = hand()
    const id = made.wall.newId<ShapeId>()
    made.wall.act('add-shape', { kind: 'area', id, place: [0, 500, 300, 200] })
    made.bench.selection.set([id])
    return made
  },
  'a note is locked': () => {
    const made = hand()
    const [first] = made.line
    made.wall.act('lock-moments', { ids: [first], locked: true })
    made.bench.selection.set([first])
    return made
  },
  'the tool for free text is in the hand': () => {
    const made = hand()
    made.toolbox.take('text')
    return made
  },
  'a pen is in the hand': () => {
    const made = hand()
    made.toolbox.take('pen')
    return made
  },
  'a connector begins at another note': () => {
    const made = hand()
    const [first, second] = made.line
    made.toolbox.take('connector')
    made.bench.desk.connecting.set(first)
    made.bench.selection.set([second])
    return made
  },
  'an end of a connector goes elsewhere': () => {
    const made = hand()
    const [first, second, third] = made.line
    const id = made.wall.newId<ShapeId>()
    made.wall.act('add-shape', { kind: 'connector', id, from: { at: first }, to: { at: second } })
    made.toolbox.take('connector')
    made.bench.desk.connecting.set(id)
    made.bench.selection.set([third])
    return made
  },
  'the vote is open': () => {
    const made = hand({ phase: 'choose', vote: { state: 'open', round: 1 }, dots: 3 })
    made.bench.selection.set([made.line[1]])
    return made
  },
}

/** What the browser does itself, with an event or a dialog of its own. */
const byBrowser = new Set(['copy', 'cut', 'paste', 'picture'])

describe('the page of shortcuts', () => {
  beforeAll(() => {
    vi.stubGlobal('window', { open: () => null })
    return () => vi.unstubAllGlobals()
  })

  it('shows each key of each command once, and no other', () => {
    const commands = offers(hand())
    const shown = [...shortcutRows(commands).values()].flat().flatMap(({ keys }) => keys)
    expect(shown.toSorted()).toEqual(commands.flatMap(({ keys }) => keys).toSorted())
  })

  it('names no row twice within a part', () => {
    for (const rows of shortcutRows(offers(hand())).values()) {
      const labels = rows.map(({ label }) => label)
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  const keyed = Object.entries(wallCommands).filter(([name, { keys }]) => keys.length > 0 && !byBrowser.has(name))
  it.each(keyed)('%s: there is a state in which it may, and then its keys do it', (name, { keys, onWall }) => {
    for (const chord of keys) {
      const acted = Object.entries(states).filter(([, make]) => {
        const made = make()
        const refusal = offers(made).find((command) => command.name === name)?.refusal
        return refusal === null && (onWall ? keysOnWall : keysAnywhere)[chord]?.(made.bench, made.toolbox) === true
      })
      expect(acted.length, `${chord} never does ${name}`).toBeGreaterThan(0)
    }
  })
})

describe('the list of commands', () => {
  const names = offers(hand()).map(({ name }) => name)
  const wanted = [
    ...toolOrder.map((id) => `take-${id}`),
    ...channelOrder.map((id) => `type-${id}`),
    ...penOrder.map((id) => `pen-${id}`),
    ...papers.map((paper) => `paper-${paper}`),
    ...Object.keys(arrangeVerbs),
  ]

  it('has every tool, pen, paper and contact type, and all that arranges', () => {
    expect(wanted.filter((name) => !names.includes(name))).toEqual([])
  })

  it('has all that the menu of the bare wall has', () => {
    const made = hand()
    const labels = offers(made).map(({ label }) => label)
    const justThere = new Set(['note', 'stage', 'picture'])
    const verbs = wallVerbs({ x: 0, y: 0, w: 0, h: 0 }, made.bench).filter(({ name }) => !justThere.has(name))
    expect(verbs.filter(({ label }) => !labels.includes(label))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(['add-note', 'picture']))
  })

  it('takes pens, papers and locks as the trays and menus do', () => {
    const made = hand()
    const run = (name: string) =>
      offers(made)
        .find((command) => command.name === name)
        ?.run()
    run('pen-highlighter-mint')
    expect([made.toolbox.held.get(), made.bench.desk.highlighter.get()]).toEqual(['highlighter', 'highlighter-mint'])
    const [first] = made.line
    made.bench.selection.set([first])
    run('paper-sky')
    expect(made.wall.moment(first)?.paper).toBe('sky')
    const area = made.wall.newId<ShapeId>()
    made.wall.act('add-shape', { kind: 'area', id: area, place: [0, 500, 300, 200] })
    made.bench.selection.set([area])
    run('lock-shape')
    expect(made.wall.shape(area)?.locked).toBe(true)
  })
})
