import { describe, expect, it } from 'vitest'
import { openHabits } from '../../client/src/model/habits.ts'
import { findCommands } from '../../client/src/tools/find-commands.ts'
import { noteVerbs } from '../../client/src/tools/note-verbs.ts'
import { isSingleKey } from '../../client/src/tools/chord.ts'
import type { PageCommand } from '../../client/src/tools/page-command.ts'
import { wallCommands } from '../../client/src/tools/wall-commands.ts'
import { keysAnywhere, keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { wallOffers } from '../../client/src/tools/wall-offers.ts'
import { keyNames } from '../../client/src/words/key-names.ts'
import { hand } from '../support/live-bench.ts'

const offers = (it: ReturnType<typeof hand>) => wallOffers({ bench: it.bench, toolbox: it.toolbox }, 'Not here.')
const named = (all: readonly PageCommand[], name: string) => all.find((command) => command.name === name)

describe('the commands of the wall', () => {
  it('are the only ones that keys know, and each key has words', () => {
    const chords = Object.values(wallCommands).flatMap(({ keys }) => keys)
    expect([...Object.keys(keysAnywhere), ...Object.keys(keysOnWall)].toSorted()).toEqual(
      [...new Set(chords)].toSorted(),
    )
    expect(Object.values(wallCommands).filter(({ label }) => label.trim() === '')).toEqual([])
  })

  it('hold every verb of the note’s menu, by its words there', () => {
    const it = hand()
    it.bench.selection.set(it.line.slice(0, 1))
    const labels = offers(it).map(({ label }) => label)
    expect(noteVerbs(it.bench).filter(({ label }) => !labels.includes(label))).toEqual([])
  })

  it('have names of their own', () => {
    const names = offers(hand()).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('say in a sentence why they do nothing now', () => {
    const it = hand()
    expect(named(offers(it), 'edit')?.refusal).toBe('Select a note first.')
    expect(named(offers(it), 'note-lock')?.refusal).toBe('Select a note first.')
    expect(named(offers(it), 'put-dot')?.refusal).toBe('Select a note first.')
    expect(named(offers(it), 'undo')?.refusal).toBe('You have nothing to take back.')
    it.bench.selection.set(it.line.slice(0, 1))
    expect(named(offers(it), 'edit')?.refusal).toBeNull()
    expect(named(offers(it), 'put-dot')?.refusal).toBe('Dots are given in Choose, while the vote is open.')
    const refusals = wallOffers(null, 'Not here.').map(({ refusal }) => refusal)
    expect(new Set(refusals)).toEqual(new Set(['Not here.']))
  })

  it('do what their keys do, and nothing where there is no wall', () => {
    const it = hand()
    it.bench.selection.set(it.line.slice(0, 1))
    const [first] = it.line
    named(offers(it), 'remove')?.run()
    expect(it.wall.moment(first)?.removed).toBe(true)
    named(offers(it), 'undo')?.run()
    expect(it.wall.moment(first)?.removed).toBe(false)
    it.bench.selection.set([first])
    named(offers(it), 'note-kind')?.run()
    expect(it.bench.desk.menu.get()?.page).toBe('kind')
    for (const command of wallOffers(null, 'Not here.')) command.run()
  })
})

describe('finding a command', () => {
  const command = (label: string, refusal: string | null = null): PageCommand => ({
    ...{ name: label, label, group: 'board', keys: [], onWall: false, refusal, twice: false },
    run: () => undefined,
  })
  const all = ['The planning form', 'Export', 'People', 'Share', 'Café tour'].map((label) => command(label))
  const found = (typed: string, from = all) => findCommands(from, typed).map(({ label }) => label)

  it('shows all of them as long as nothing is typed', () => {
    expect(found('')).toEqual(all.map(({ label }) => label))
  })

  it('wants every word, anywhere, in any case and without accents', () => {
    expect(found('FORM plan')).toEqual(['The planning form'])
    expect(found('cafe')).toEqual(['Café tour'])
    expect(found('form export')).toEqual([])
  })

  it('puts what begins with the words first, and what can’t be done now last', () => {
    const some = [command('Unlock'), command('Lock'), command('Look', 'Not now.'), command('Take the lock')]
    expect(found('lo', some)).toEqual(['Lock', 'Take the lock', 'Unlock', 'Look'])
  })

  it('finds by the group as well', () => {
    expect(found('board share')).toEqual(['Share'])
  })
})

describe('keys', () => {
  it('have the names that stand on the keyboard', () => {
    expect(keyNames('shift+mod+z', false)).toEqual(['Shift', 'Ctrl', 'Z'])
    expect(keyNames('mod+k', true)).toEqual(['⌘', 'K'])
    expect(keyNames('+', false)).toEqual(['+'])
    expect(keyNames('alt+arrowright', false)).toEqual(['Alt', '→'])
  })

  it('are single when one sign is enough, with or without Shift', () => {
    expect(['n', '?', '+', '1', 'shift+l', 'shift+1', ' '].filter((chord) => !isSingleKey(chord))).toEqual([])
    expect(['mod+k', 'enter', 'alt+arrowup', 'f2', 'shift+f10'].filter(isSingleKey)).toEqual([])
  })

  it('that are single can be switched off, and the device keeps that', () => {
    const kept = new Map<string, string>()
    const device = { lasting: true, read: (key: string) => kept.get(key) ?? null, write: kept.set.bind(kept) }
    expect(openHabits(device).singleKeys.get()).toBe(true)
    openHabits(device).singleKeys.set(false)
    expect(openHabits(device).singleKeys.get()).toBe(false)
  })
})
