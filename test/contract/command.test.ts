import * as v from 'valibot'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { touchedPlaces } from '@momentous/shared/board/place'
import { recordRoots, type RecordRoot } from '@momentous/shared/board/records'
import { commands, directCommands, type CommandName, type DirectName } from '@momentous/shared/commands/commands'
import { rowOfCreation, rowOfPlace } from '@momentous/shared/rules/place-row'
import { actorOf, liveBoard, type LiveBoard } from '../support/live-board.ts'

const moment = (board: LiveBoard, at = 0) => board.line()[at] ?? ''

/** One honest use of every direct command, in Plan or Post, after `before` has been run. */
const uses: Record<DirectName, (board: LiveBoard) => unknown> = {
  'add-moment': (board) => ({ id: 'a-new-moment', text: 'Parks', after: moment(board, 2), place: [1, 2, 176, 120] }),
  'add-moments': (board) => ({
    moments: ['one-newcomer', 'two-newcomer'].map((id) => ({
      id,
      text: id,
      seconds: 5,
      group: 'a-new-group',
      z: 'a1',
    })),
    after: moment(board, 2),
  }),
  'edit-text': (board) => ({ root: 'moments', id: moment(board), key: 'text', index: 0, remove: 3, insert: 'Now' }),
  'reorder-moments': (board) => ({ ids: [moment(board), moment(board, 4)], after: moment(board, 7) }),
  'place-moments': (board) => ({ places: [{ id: moment(board), place: [10, 20, 200, 120] }] }),
  'set-paper': (board) => ({ ids: [moment(board)], paper: 'sky' }),
  'lock-moments': (board) => ({ ids: [moment(board)], locked: true }),
  'set-contact-type': (board) => ({ ids: [moment(board)], channel: 'email', setting: 'one-to-one' }),
  'set-kind': (board) => ({ id: moment(board), kind: 'invisible', serves: moment(board, 1) }),
  'set-seconds': (board) => ({ id: moment(board), seconds: 15 }),
  'remove-moments': (board) => ({ ids: [moment(board)], removed: true }),
  'stack-moments': (board) => ({ ids: [moment(board)], on: moment(board, 1) }),
  'draw-stroke': () => ({ id: 'a-new-stroke', pen: 'ink', width: 4, points: [0, 0, 0.5, 9, 9, 0.5] }),
  'erase-strokes': () => ({ ids: ['the-stroke'] }),
  'move-strokes': () => ({ moves: [{ id: 'the-stroke', moved: [40, -8.5] }] }),
  'add-shape': (board) => ({
    id: 'a-new-shape',
    kind: 'connector',
    from: { at: moment(board) },
    to: { point: [1, 2] },
  }),
  'add-shapes': (board) => ({
    shapes: [
      { id: 'one-new-area', kind: 'area', place: [1, 2, 30, 40], words: 'Before' },
      { id: 'new-connector', kind: 'connector', from: { at: 'one-new-area' }, to: { at: moment(board) } },
    ],
  }),
  'place-shapes': () => ({ places: [{ id: 'the-shape', place: [10, 20, 300, 200] }] }),
  'set-shape': () => ({ ids: ['the-shape'], tint: 'rose', size: 'l' }),
  'lock-shapes': () => ({ ids: ['the-shape'], locked: true }),
  'remove-shapes': () => ({ ids: ['the-shape'], removed: true }),
  'group-pieces': (board) => ({ ids: [moment(board), 'the-stroke', 'the-shape'], group: 'a-new-group' }),
  'order-pieces': (board) => ({
    pieces: [
      { id: moment(board), z: 'a1' },
      { id: 'the-shape', z: 'a2' },
    ],
  }),
  'add-stage': (board) => ({ id: 'a-new-stage', title: 'At the desk', after: moment(board, 3) }),
  'set-stage': (board) => ({ id: 'the-stage', after: moment(board, 5) }),
  'set-evidence': (board) => ({ moment: moment(board), evidence: 'told' }),
  'add-action': (board) => ({ id: 'a-new-action', moment: moment(board), text: 'Call back', ideas: ['some-idea'] }),
  'set-action': () => ({ id: 'the-action', due: '2026-12-04', target: 'magical' }),
  'remove-action': () => ({ id: 'the-action', removed: true }),
  'add-rung': (board) => ({ id: 'a-new-rung', moment: moment(board), text: '10 days' }),
  'set-rung': () => ({ id: 'the-rung', done: true }),
}

function preparedBoard(name: DirectName): LiveBoard {
  const board = liveBoard({ phase: 'plan' })
  board.run('open-assessment', { moment: moment(board) })
  board.run('add-action', { id: 'the-action', moment: moment(board), text: '' })
  board.run('add-rung', { id: 'the-rung', moment: moment(board), text: '' })
  board.run('draw-stroke', { id: 'the-stroke', pen: 'ink', width: 2, points: [0, 0, 0.5] })
  board.run('add-shape', { id: 'the-shape', kind: 'text', words: 'Why', place: [0, 0, 200, 40] })
  board.run('add-stage', { id: 'the-stage', title: 'On the way', after: moment(board, 1) })
  const inPlan = ['set-evidence', 'add-action', 'set-action', 'remove-action', 'add-rung', 'set-rung'].includes(name)
  board.set({ phase: inPlan ? 'plan' : 'post' })
  return board
}

describe.each(Object.keys(commands) as CommandName[])('the command %s', (name) => {
  it('is registered under its own name', () => {
    expect(commands[name].name).toBe(name)
  })

  it('D1: refuses arguments that are nothing of its kind, in its schema', () => {
    for (const args of [null, 7, 'text']) {
      expect(v.safeParse(commands[name].args as v.GenericSchema, args).success, JSON.stringify(args)).toBe(false)
    }
  })
})

describe.each(Object.keys(directCommands) as DirectName[])('the direct command %s', (name) => {
  it('L1: refuses an observer', () => {
    const board = preparedBoard(name)
    expect(board.check(name, uses[name](board), actorOf('observer'))).toMatchObject({ allowed: false, rule: 'L1' })
  })

  it('D2: writes something, and only at places that the table gives to people', () => {
    const board = preparedBoard(name)
    const server = new Y.Doc()
    Y.applyUpdate(server, Y.encodeStateAsUpdate(board.board.doc))
    for (const root of ['session', ...recordRoots]) server.getMap(root)
    const updates: Uint8Array[] = []
    board.board.doc.on('update', (update: Uint8Array) => updates.push(update))
    expect(board.run(name, uses[name](board))).toEqual({ allowed: true })
    expect(updates).toHaveLength(1)
    const touched = touchedPlaces(server, Y.decodeUpdate(updates[0] ?? new Uint8Array()))
    if (!touched.ok) throw new Error(touched.reason)
    for (const touch of touched.touches) {
      const root = touch.root as RecordRoot
      if (touch.kind === 'create') expect(rowOfCreation(root)).not.toBeNull()
      else if (touch.kind === 'erase-record') expect(root).toBe('ink')
      else expect(rowOfPlace(root, touch.key), JSON.stringify(touch)).not.toBeNull()
    }
    expect(touched.touches.length).toBeGreaterThan(0)
  })

  it('writes nothing when it is done twice', () => {
    const board = preparedBoard(name)
    const args = uses[name](board)
    board.run(name, args)
    if (name === 'edit-text' || name === 'reorder-moments') return
    const updates: Uint8Array[] = []
    board.board.doc.on('update', (update: Uint8Array) => updates.push(update))
    board.run(name, args)
    expect(updates).toHaveLength(0)
  })
})
