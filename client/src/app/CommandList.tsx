import { useEffect, useRef } from 'react'
import { Keys } from '../controls/Keys.tsx'
import type { PageCommand } from '../tools/page-command.ts'
import { commandGroups, commandWords } from '../words/commands.ts'
import { controlWords } from '../words/controls.ts'
import type { Palette } from './use-palette.ts'

export interface CommandListProps {
  readonly id: string
  readonly palette: Palette
}

/** What fits the typed words, as a list box that the field above walks. */
export function CommandList({ id, palette }: CommandListProps) {
  const { found, at, again, walk, choose } = palette
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, found.length])
  return (
    <>
      <ul ref={list} id={`${id}-list`} className="command-list" role="listbox" aria-label={commandWords.list}>
        {found.map((command, index) => (
          <li
            key={command.name}
            id={`${id}-${command.name}`}
            className="command-row"
            role="option"
            aria-selected={index === at}
            aria-disabled={command.refusal !== null || undefined}
            onPointerMove={() => index !== at && walk(index)}
            onClick={() => choose(command)}
          >
            <CommandRow command={command} again={again === command.name} />
          </li>
        ))}
      </ul>
      <p className="command-list-none" role="status">
        {found.length === 0 && commandWords.none}
      </p>
    </>
  )
}

function CommandRow({ command, again }: { readonly command: PageCommand; readonly again: boolean }) {
  const { label, group, keys, refusal } = command
  return (
    <>
      <span className="command-row-words">
        {again ? controlWords.pressAgain : label}
        {refusal !== null && <span className="command-row-why">{refusal}</span>}
      </span>
      <span className="command-row-group">{commandGroups[group]}</span>
      {keys[0] !== undefined && <Keys chord={keys[0]} />}
    </>
  )
}
