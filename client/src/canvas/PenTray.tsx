import { pens, penOrder, penWidths, type PenId, type PenWidth } from '@momentous/shared/domain/pen'
import { channels } from '@momentous/shared/domain/contact-type'
import type { CSSProperties } from 'react'
import { Tip } from '../controls/Tip.tsx'
import type { Cell } from '../model/cell.ts'
import { useCell } from '../model/use-cell.ts'
import type { Desk } from '../tools/bench.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { toolWords } from '../words/canvas.ts'
import './pen-tray.css'

export interface PenTrayProps {
  readonly desk: Desk
  readonly toolbox: Toolbox
}

/** Highlighters are the pens that draw broader than their width. */
const isMarker = (id: PenId) => pens[id].scale > 1
const widthNames: Readonly<Record<PenWidth, string>> = { 2: toolWords.thin, 4: toolWords.medium, 8: toolWords.thick }

/** Colours and widths, while a pen or a highlighter is in the hand. */
export function PenTray({ desk, toolbox }: PenTrayProps) {
  const held = useCell(toolbox.held)
  if (held !== 'pen' && held !== 'highlighter') return null
  const markers = held === 'highlighter'
  const choice = markers ? desk.highlighter : desk.pen
  return (
    <div className="pen-tray">
      <Pens choice={choice} ids={penOrder.filter((id) => isMarker(id) === markers)} />
      <span className="pen-tray-line" />
      <Widths choice={desk.width} />
    </div>
  )
}

function Pens({ choice, ids }: { readonly choice: Cell<PenId>; readonly ids: readonly PenId[] }) {
  const chosen = useCell(choice)
  return (
    <div className="pen-tray-row" role="radiogroup" aria-label={toolWords.pens}>
      {ids.map((id) => {
        const { label, colour, type } = pens[id]
        return (
          <Tip key={id} words={label}>
            <button
              type="button"
              role="radio"
              className="pen-swatch"
              aria-checked={id === chosen}
              aria-label={label}
              style={{ '--pen': `var(--${colour})` } as CSSProperties}
              onClick={() => choice.set(id)}
            >
              <span className="pen-swatch-colour" />
              {type && (
                <span className="pen-swatch-letter" aria-hidden="true">
                  {channels[type].letter}
                </span>
              )}
            </button>
          </Tip>
        )
      })}
    </div>
  )
}

function Widths({ choice }: { readonly choice: Cell<PenWidth> }) {
  const chosen = useCell(choice)
  return (
    <div className="pen-tray-row" role="radiogroup" aria-label={toolWords.width}>
      {penWidths.map((width) => (
        <Tip key={width} words={widthNames[width]}>
          <button
            type="button"
            role="radio"
            className="pen-swatch"
            aria-checked={width === chosen}
            aria-label={widthNames[width]}
            onClick={() => choice.set(width)}
          >
            <span className="pen-width" style={{ height: width }} />
          </button>
        </Tip>
      ))}
    </div>
  )
}
