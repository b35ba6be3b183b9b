import { Checkbox } from '../controls/Checkbox.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Keys } from '../controls/Keys.tsx'
import { useCell } from '../model/use-cell.ts'
import { useHabits } from '../model/use-habits.ts'
import type { PageCommand } from '../tools/page-command.ts'
import { commandGroups, shortcutWords, type CommandGroup } from '../words/commands.ts'
import { allCommands } from './page-commands.ts'
import { usePageHands } from './page-hands.ts'
import './shortcuts-dialog.css'

/** The order in which they are read: what one does most on the wall first. */
const order: readonly CommandGroup[] = ['notes', 'tools', 'types', 'view', 'page', 'session', 'board']

/** Every key of the page in its group, and the switch for those that may be pressed by accident. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const hands = usePageHands()
  const { singleKeys } = useHabits()
  const single = useCell(singleKeys)
  const keyed = allCommands(hands()).filter(({ keys }) => keys.length > 0)
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
        {order.map((group) => (
          <Group key={group} group={group} commands={keyed.filter((command) => command.group === group)} />
        ))}
      </div>
    </Dialog>
  )
}

interface GroupProps {
  readonly group: CommandGroup
  readonly commands: readonly PageCommand[]
}

function Group({ group, commands }: GroupProps) {
  if (commands.length === 0) return null
  return (
    <section className="shortcuts-group">
      <h3 className="t-label">{commandGroups[group]}</h3>
      <dl>
        {group === 'view' && (
          <div className="shortcuts-row">
            <dt>{shortcutWords.hold}</dt>
            <dd>
              <Keys chord=" " />
            </dd>
          </div>
        )}
        {commands.map(({ name, label, keys }) => (
          <div key={name} className="shortcuts-row">
            <dt>{label}</dt>
            <dd>
              {keys.map((chord) => (
                <Keys key={chord} chord={chord} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
