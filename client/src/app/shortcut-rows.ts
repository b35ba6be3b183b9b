import { channelOrder, channels } from '@momentous/shared/domain/contact-type'
import type { PageCommand } from '../tools/page-command.ts'
import { toolOrder, tools } from '../tools/tools.ts'
import type { CommandGroup } from '../words/commands.ts'
import { noteTwice, shortcutFamilies, shortcutParts, type ShortcutPart } from '../words/shortcuts.ts'

export interface ShortcutRow {
  readonly name: string
  readonly label: string
  readonly keys: readonly string[]
}

/** Commands whose part isn't that of their group. */
const partOf: Readonly<Record<string, ShortcutPart>> = {
  ...partsOf('select', 'next before first last next-shape shape-before keep-selected all put-down'),
  ...partsOf('change', 'undo redo copy cut paste duplicate remove menu'),
  ...partsOf('arrange', 'later earlier group ungroup front forward backward back connect connect-here begin-here'),
}

const groupParts: Readonly<Record<CommandGroup, ShortcutPart>> = {
  ...{ notes: 'notes', types: 'types', tools: 'tools', view: 'view' },
  ...{ page: 'page', session: 'page', board: 'page' },
}

const families: Readonly<Record<keyof typeof shortcutFamilies, { readonly part: ShortcutPart; readonly of: RegExp }>> =
  {
    nudge: { part: 'arrange', of: /^nudge-/ },
    push: { part: 'arrange', of: /^push-/ },
    size: { part: 'arrange', of: /^(wider|narrower|higher|lower)$/ },
    look: { part: 'view', of: /^look-/ },
  }

/** Under the heading of its part a tool or a contact type needs only its name. */
const short = new Map<string, string>([
  ...toolOrder.map((id) => [`take-${id}`, id === 'note' ? noteTwice : tools[id].label] as const),
  ...channelOrder.map((id) => [`type-${id}`, channels[id].label] as const),
])

function partsOf(part: ShortcutPart, names: string): Record<string, ShortcutPart> {
  return Object.fromEntries(names.split(' ').map((name) => [name, part]))
}

const familyOf = (name: string) => familyNames.find((family) => families[family].of.test(name))
const familyNames = Object.keys(families).filter((name): name is keyof typeof families => name in families)

/** What is only for one phase, or for who connects, comes after what is for every day. */
const rare = new Set(['put-here', 'put-dot', 'take-dot', 'connect-here', 'begin-here'])
const later = (commands: readonly PageCommand[]) => [
  ...commands.filter(({ name }) => !rare.has(name)),
  ...commands.filter(({ name }) => rare.has(name)),
]

/** Every key of the page once, in parts; keys that do the same in four directions are one row. */
export function shortcutRows(commands: readonly PageCommand[]): ReadonlyMap<ShortcutPart, readonly ShortcutRow[]> {
  const parts = new Map<ShortcutPart, ShortcutRow[]>(partNames.map((part) => [part, []]))
  for (const { name, label, group, keys } of later(commands)) {
    if (keys.length === 0) continue
    const family = familyOf(name)
    const part = family ? families[family].part : (partOf[name] ?? groupParts[group])
    const rows = parts.get(part) ?? []
    const row = rows.find((each) => each.name === family)
    const made = { name: family ?? name, label: family ? shortcutFamilies[family] : (short.get(name) ?? label) }
    if (row) rows[rows.indexOf(row)] = { ...row, keys: [...row.keys, ...keys] }
    else rows.push({ ...made, keys })
  }
  return parts
}

/** Four arrows with the same keys before them are held and pressed as one: Shift, and any of the arrows. */
export function inOneRow(keys: readonly string[]): readonly string[] {
  const arrows = keys.filter((chord) => /(^|\+)arrow[a-z]+$/.test(chord))
  const holds = new Set(arrows.map((chord) => chord.replace(/arrow[a-z]+$/, '')))
  if (arrows.length !== 4 || holds.size !== 1) return keys
  const [hold = ''] = holds
  const others = keys.filter((chord) => !arrows.includes(chord))
  return [`${hold}arrowleft+arrowright+arrowup+arrowdown`, ...others]
}

export const partNames = Object.keys(shortcutParts).filter((name): name is ShortcutPart => name in shortcutParts)
