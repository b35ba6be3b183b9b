import { channels } from '@momentous/shared/domain/contact-type'
import { penOrder, pens, penWidths, type PenId, type PenWidth } from '@momentous/shared/domain/pen'
import type { CSSProperties, ReactNode } from 'react'
import { Checkbox } from '../controls/Checkbox.tsx'
import { useOneStop } from '../controls/one-stop.ts'
import { Tip } from '../controls/Tip.tsx'
import type { Cell } from '../model/cell.ts'
import type { ErasePart } from '../model/ink-habits.ts'
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
const eraserNames: Readonly<Record<ErasePart, string>> = { stroke: toolWords.wholeLines, part: toolWords.partsOfLines }

/** Colours and widths while a pen or a highlighter is in the hand, and what an eraser takes. */
export function PenTray({ desk, toolbox }: PenTrayProps) {
  const held = useCell(toolbox.held)
  if (held !== 'pen' && held !== 'highlighter' && held !== 'eraser') return null
  const markers = held === 'highlighter'
  return (
    <div className="pen-tray">
      {held === 'eraser' ? (
        <Erasing choice={desk.erases} />
      ) : (
        <>
          <Pens
            choice={markers ? desk.highlighter : desk.pen}
            ids={penOrder.filter((id) => isMarker(id) === markers)}
          />
          <span className="pen-tray-line" />
          <Widths choice={desk.width} />
        </>
      )}
      <Finger desk={desk} />
    </div>
  )
}

/** One of several. */
function Choices<Choice extends string | number>({
  label,
  choice,
  choices,
  nameOf,
  faceOf,
}: {
  readonly label: string
  readonly choice: Cell<Choice>
  readonly choices: readonly Choice[]
  readonly nameOf: (each: Choice) => string
  readonly faceOf: (each: Choice) => ReactNode
}) {
  const chosen = useCell(choice)
  const oneStop = useOneStop()
  return (
    <div {...oneStop} className="pen-tray-row" role="radiogroup" aria-label={label}>
      {choices.map((each) => (
        <Tip key={each} words={nameOf(each)}>
          <button
            type="button"
            role="radio"
            className="pen-swatch"
            aria-checked={each === chosen}
            aria-label={nameOf(each)}
            onClick={() => choice.set(each)}
          >
            {faceOf(each)}
          </button>
        </Tip>
      ))}
    </div>
  )
}

function Pens({ choice, ids }: { readonly choice: Cell<PenId>; readonly ids: readonly PenId[] }) {
  const face = (id: PenId) => {
    const { colour, type } = pens[id]
    return (
      <>
        <span className="pen-swatch-colour" style={{ '--pen': `var(--${colour})` } as CSSProperties} />
        {type && (
          <span className="pen-swatch-letter" aria-hidden="true">
            {channels[type].letter}
          </span>
        )}
      </>
    )
  }
  return <Choices label={toolWords.pens} choice={choice} choices={ids} nameOf={(id) => pens[id].label} faceOf={face} />
}

function Widths({ choice }: { readonly choice: Cell<PenWidth> }) {
  return (
    <Choices
      label={toolWords.width}
      choice={choice}
      choices={penWidths}
      nameOf={(width) => widthNames[width]}
      faceOf={(width) => <span className="pen-width" style={{ height: width }} />}
    />
  )
}

function Erasing({ choice }: { readonly choice: Cell<ErasePart> }) {
  return (
    <Choices
      label={toolWords.erases}
      choice={choice}
      choices={['stroke', 'part']}
      nameOf={(each) => eraserNames[each]}
      faceOf={(each) => (
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="pen-rubbed">
          <path d="M3 15 C 7 5 17 19 21 9" className={each === 'stroke' ? 'pen-rubbed-gone' : undefined} />
          {each === 'part' && <circle cx="12" cy="12" r="4.5" />}
        </svg>
      )}
    />
  )
}

/** Offered once a stylus was used: until then a finger draws anyway. */
function Finger({ desk }: { readonly desk: Desk }) {
  const stylus = useCell(desk.stylus)
  const draws = useCell(desk.fingerDraws)
  if (!stylus) return null
  return (
    <>
      <span className="pen-tray-line" />
      <Checkbox label={toolWords.fingerDraws} checked={draws} onChange={desk.fingerDraws.set} />
    </>
  )
}
