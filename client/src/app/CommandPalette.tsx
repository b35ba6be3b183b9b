import { useId, useState, type KeyboardEvent } from 'react'
import { Dialog } from '../controls/Dialog.tsx'
import { commandWords } from '../words/commands.ts'
import { CommandList } from './CommandList.tsx'
import { allCommands } from './page-commands.ts'
import { usePageHands } from './page-hands.ts'
import { usePalette, type Palette } from './use-palette.ts'
import './command-palette.css'

/** Every command of the page by its words: type, walk with the arrows, Enter does it. What can't be done now says why. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const id = useId()
  const hands = usePageHands()
  const [commands] = useState(() => allCommands(hands()).filter(({ name }) => name !== 'commands'))
  const palette = usePalette(commands, onClose)
  return (
    <Dialog title={commandWords.title} onClose={onClose}>
      <div className="command-palette">
        <PaletteField id={id} palette={palette} />
        <p className="command-palette-refusal" role="alert">
          {palette.refusal}
        </p>
        <CommandList id={id} palette={palette} />
      </div>
    </Dialog>
  )
}

/** So many rows are left behind by PageUp and PageDown. */
const PAGE = 8
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }

function PaletteField({ id, palette }: { readonly id: string; readonly palette: Palette }) {
  const { typed, found, at, type, walk, choose } = palette
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const enters = event.key === 'Enter' && !event.nativeEvent.isComposing
    if (step === undefined && !enters) return
    event.preventDefault()
    if (step === undefined) choose(found[at])
    else walk(at + step)
  }
  return (
    <input
      className="command-palette-field"
      data-first
      type="text"
      role="combobox"
      aria-label={commandWords.find}
      aria-expanded
      aria-autocomplete="list"
      aria-controls={`${id}-list`}
      aria-activedescendant={found[at] && `${id}-${found[at].name}`}
      placeholder={commandWords.find}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => type(event.target.value)}
      onKeyDown={onKey}
    />
  )
}
