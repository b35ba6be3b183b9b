import { papers } from '@momentous/shared/domain/moment'
import { penOrder, pens } from '@momentous/shared/domain/pen'
import { commandWords } from '../words/commands.ts'
import { paperWords } from '../words/papers.ts'
import { shapeVerbWords } from '../words/shapes.ts'
import type { Bench } from './bench.ts'
import type { KeyAction } from './key-actions.ts'
import { chosenShape, shapeVerbs } from './shape-verbs.ts'
import { isOffered, tools } from './tools.ts'

/** Something that menus and trays offer with a press, for the list of commands too. */
interface LookCommand {
  readonly label: string
  readonly group: 'notes' | 'tools'
  refusal(bench: Bench): string | null
  readonly act: KeyAction
}

const penCommands = penOrder.map((id): readonly [string, LookCommand] => {
  const tool = pens[id].scale > 1 ? 'highlighter' : 'pen'
  return [
    `pen-${id}`,
    {
      label: commandWords.drawWith(pens[id].label),
      group: 'tools',
      refusal: ({ wall }) =>
        isOffered(tools[tool], wall.actor().role, wall.session().phase) ? null : commandWords.noDrawing,
      act({ desk }, toolbox) {
        desk[tool].set(id)
        toolbox.take(tool)
        return true
      },
    },
  ]
})

const paperCommands = papers.map((paper): readonly [string, LookCommand] => [
  `paper-${paper}`,
  {
    label: commandWords.paper(paperWords[paper]),
    group: 'notes',
    refusal({ wall, selection }) {
      if (selection.ids().size === 0) return commandWords.selectFirst
      const ruling = wall.check('set-paper', { ids: [...selection.ids()], paper })
      return ruling.allowed ? null : ruling.reason
    },
    act: ({ wall, selection }) => wall.act('set-paper', { ids: [...selection.ids()], paper }).allowed,
  },
])

const lockShape: LookCommand = {
  label: shapeVerbWords.lockOrUnlock,
  group: 'notes',
  refusal(bench) {
    const shape = chosenShape(bench)
    return shape === null ? commandWords.selectShape : shapeVerbs(shape, bench).lock.refusal
  },
  act(bench) {
    const shape = chosenShape(bench)
    if (shape === null) return false
    shapeVerbs(shape, bench).lock.act()
    return true
  },
}

export const lookCommands: Readonly<Record<string, LookCommand>> = {
  ...Object.fromEntries(penCommands),
  ...Object.fromEntries(paperCommands),
  'lock-shape': lockShape,
}
