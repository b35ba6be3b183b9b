import { phaseOrder } from '@momentous/shared/domain/phase'
import type { Session } from '@momentous/shared/domain/session'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { allCommands } from '../../client/src/app/page-commands.ts'
import { cell } from '../../client/src/model/cell.ts'
import type { BoardDialogName } from '../../client/src/session/board-dialog.ts'
import { findCommands } from '../../client/src/tools/find-commands.ts'
import type { PageCommand } from '../../client/src/tools/page-command.ts'
import { otherWords } from '../../client/src/words/other-words.ts'
import { hand } from '../support/live-bench.ts'
import { liveStore } from '../support/live-store.ts'

/** What people type who come from another whiteboard, and the command that they mean. */
const said: Readonly<Record<string, string>> = {
  pack: 'pack',
  grid: 'pack',
  organise: 'pack',
  'tidy up': 'note-tidy',
  tidy: 'pack-area',
  frame: 'take-area',
  section: 'take-area',
  sticky: 'take-note',
  'Sticky note': 'add-note',
  'post-it': 'take-note',
  marker: 'take-highlighter',
  pencil: 'take-pen',
  draw: 'take-pen',
  lasso: 'around-line',
  marquee: 'around-rectangle',
  pan: 'take-hand',
  pointer: 'take-select',
  'text box': 'take-text',
  rubber: 'take-eraser',
  arrow: 'take-connector',
  line: 'take-connector',
  'zoom to fit': 'fit',
  overview: 'fit',
  'zoom to selection': 'fit-selection',
  'actual size': 'full-size',
  download: 'export',
  excel: 'export',
  'export as image': 'save-picture',
  screenshot: 'save-picture',
  image: 'picture',
  upload: 'picture',
  import: 'bring-back',
  group: 'group',
  ungroup: 'ungroup',
  lock: 'lock',
  pin: 'lock',
  delete: 'remove',
  trash: 'remove',
  clone: 'duplicate',
  distribute: 'same-gaps-across',
  'align center': 'align-centre',
  'bring to front': 'front',
  'send to back': 'back',
  'send backward': 'backward',
  resize: 'wider',
  nudge: 'nudge-left',
  vote: 'put-dot',
  color: 'paper-rose',
  cluster: 'note-stack',
  tag: 'type-phone',
  swimlane: 'begin-stage',
  'select all': 'all',
  deselect: 'put-down',
  revert: 'undo',
  invite: 'share',
  'qr code': 'share',
  members: 'people',
  search: 'find',
  'dark mode': 'theme',
  help: 'shortcuts',
  preferences: 'settings',
  countdown: 'timer',
  summon: 'bring',
  calendar: 'next-session',
  exit: 'leave',
}

/** A board's page with its wall on the screen, as its facilitator has it. */
function commandsOfPage(session: Partial<Session> = { phase: 'post' }): readonly PageCommand[] {
  const { bench, toolbox, board } = hand(session)
  const store = liveStore(board)
  const dialog = cell<BoardDialogName | null>(null)
  const ask = () => Promise.resolve({ ok: true } as const)
  const hands = { store, ask, dialog, mode: 'wall', onMode: () => undefined, onLeave: () => undefined } as const
  return allCommands({ ...hands, wall: { bench, toolbox } })
}

describe('the words of other whiteboards', () => {
  let all: readonly PageCommand[]
  beforeAll(() => {
    vi.stubGlobal('document', { documentElement: { dataset: {} } })
    all = commandsOfPage().map((command) => ({ ...command, refusal: null }))
    return () => vi.unstubAllGlobals()
  })
  const names = (typed: string) => findCommands(all, typed).map(({ name }) => name)

  it.each(Object.entries(said))('%s finds %s', (typed, name) => {
    expect(names(typed)).toContain(name)
  })

  it.each(['frame', 'lasso', 'sticky', 'grid', 'clone', 'screenshot', 'zoom to fit', 'ungroup', 'invite'])(
    'few others stand beside what %s means',
    (typed) => {
      expect(names(typed).length).toBeLessThan(6)
      expect(names(typed).slice(0, 3)).toContain(said[typed])
    },
  )

  it('come after a command’s own words, and are found by their beginnings only', () => {
    expect(names('copy')[0]).toBe('copy')
    expect(names('group')[0]).toBe('group')
    expect(names('zoom').slice(0, 3).toSorted()).toEqual(['full-size', 'larger', 'smaller'])
    expect(names('asso')).toEqual([])
  })

  it('stand beside commands that there are in some phase', () => {
    const vote = { state: 'open', round: 1 } as const
    const known = [...phaseOrder.map((phase) => ({ phase })), { phase: 'choose', vote } as const]
      .flatMap(commandsOfPage)
      .map(({ name }) => name)
    // Nobody else is on this page.
    const keys = Object.keys(otherWords).filter((key) => key !== 'follow-')
    const isKnown = (key: string) => known.some((name) => (key.endsWith('-') ? name.startsWith(key) : name === key))
    expect(keys.filter((key) => !isKnown(key))).toEqual([])
  })
})
