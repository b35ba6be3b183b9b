import type { ReactNode } from 'react'
import { Checkbox } from '../controls/Checkbox.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Keys } from '../controls/Keys.tsx'
import { useCell } from '../model/use-cell.ts'
import { useHabits } from '../model/use-habits.ts'
import { shortcutWords } from '../words/commands.ts'
import { handWords, shortcutParts } from '../words/shortcuts.ts'
import { allCommands } from './page-commands.ts'
import { usePageHands } from './page-hands.ts'
import { inOneRow, partNames, shortcutRows, type ShortcutRow } from './shortcut-rows.ts'
import './shortcuts-dialog.css'

/** Every key of the page in its part, and the switch for those that may be pressed by accident. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const hands = usePageHands()
  const { singleKeys } = useHabits()
  const single = useCell(singleKeys)
  const rows = shortcutRows(allCommands(hands()))
  return (
    <Dialog title={shortcutWords.title} size="wide" onClose={onClose}>
      <div className="shortcuts-switch">
        <Checkbox
          label={
            <>
              {shortcutWords.single}
              <span className="t-small t-second shortcuts-switch-means">{shortcutWords.singleMeans}</span>
            </>
          }
          checked={single}
          onChange={singleKeys.set}
        />
      </div>
      <div className="shortcuts-groups">
        {partNames.map((part) => (
          <Part key={part} title={shortcutParts[part]} rows={rows.get(part) ?? []} hold={part === 'view'} />
        ))}
        <Part title={handWords.title} rows={[]}>
          {handWords.rows.map(([label, hand]) => (
            <div key={label} className="shortcuts-row">
              <dt>{label}</dt>
              <dd className="t-second">{hand}</dd>
            </div>
          ))}
        </Part>
      </div>
    </Dialog>
  )
}

interface PartProps {
  readonly title: string
  readonly rows: readonly ShortcutRow[]
  /** With the key that is held and not pressed. */
  readonly hold?: boolean
  readonly children?: ReactNode
}

function Part({ title, rows, hold = false, children }: PartProps) {
  if (rows.length === 0 && children === undefined) return null
  return (
    <section className="shortcuts-group">
      <h3 className="t-label">{title}</h3>
      <dl>
        {hold && <KeyRow label={shortcutWords.hold} keys={[' ']} />}
        {rows.map(({ name, label, keys }) => (
          <KeyRow key={name} label={label} keys={keys} />
        ))}
        {children}
      </dl>
    </section>
  )
}

function KeyRow({ label, keys }: Pick<ShortcutRow, 'label' | 'keys'>) {
  return (
    <div className="shortcuts-row">
      <dt>{label}</dt>
      <dd>
        {inOneRow(keys).map((chord) => (
          <Keys key={chord} chord={chord} />
        ))}
      </dd>
    </div>
  )
}
