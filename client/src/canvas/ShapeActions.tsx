import { textSizes, tints, tokenOfTint, type Shape, type ShapeKind, type Tint } from '@momentous/shared/domain/shape'
import { ALargeSmall, Lock, LockOpen, Palette, Pencil, Trash2 } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { chosenShape, shapeVerbs, type ShapeVerb, type ShapeVerbs } from '../tools/shape-verbs.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { nameOfTint, shapeVerbWords, textSizeWords } from '../words/shapes.ts'
import { abovePiece } from './above-piece.ts'
import { useScene } from './use-scene.ts'
import './quick-actions.css'
import './shape-actions.css'

export interface ShapeActionsProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** What can be done with the only selected shape, above it. */
export function ShapeActions({ bench, toolbox }: ShapeActionsProps) {
  useScene(bench, bench.selection.pieces)
  const held = useCell(toolbox.inHand)
  const writing = useCell(bench.desk.writing)
  const { drag, shape: pulled } = bench.live
  const dragging = useSyncExternalStore(drag.subscribe, () => drag.get().size > 0)
  const pulling = useSyncExternalStore(pulled.subscribe, () => pulled.get() !== null)
  const shape = chosenShape(bench)
  if (!shape || dragging || pulling || writing !== null || held !== 'select' || bench.wall.actor().role === 'observer')
    return null
  return <ShapeRow key={shape.id} shape={shape} bench={bench} />
}

const hasTint: ReadonlySet<ShapeKind> = new Set<ShapeKind>(['text', 'area', 'connector'])

function ShapeRow({ shape, bench }: { readonly shape: Shape; readonly bench: Bench }) {
  useSyncExternalStore(bench.camera.subscribe, bench.camera.view)
  const [tinting, setTinting] = useState(false)
  const verbs = shapeVerbs(shape, bench)
  const { words, lock, remove, lookRefusal } = verbs
  const simple = ({ label, refusal, act }: ShapeVerb) => ({ label, refusal, onClick: act })
  return (
    <div
      className="quick-actions shape-actions"
      role="toolbar"
      aria-label={shapeVerbWords.row}
      style={abovePiece(bench.scene.piece(shape.id)?.bounds, bench)}
      // The keys go on acting on the shape.
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className="shape-actions-row">
        <IconButton icon={<Pencil />} {...simple(words)} />
        {hasTint.has(shape.kind) && (
          <IconButton
            label={shapeVerbWords.tint}
            icon={<Palette />}
            aria-expanded={tinting}
            refusal={lookRefusal}
            onClick={() => setTinting(!tinting)}
          />
        )}
        {shape.kind === 'text' && <SizeButton size={shape.size} verbs={verbs} />}
        <IconButton icon={shape.locked ? <LockOpen /> : <Lock />} {...simple(lock)} />
        <IconButton icon={<Trash2 />} {...simple(remove)} />
      </div>
      {tinting && lookRefusal === null && <Tints tint={shape.tint} onChoose={verbs.tint} />}
    </div>
  )
}

/** Goes through the sizes, one a press. */
function SizeButton({ size, verbs }: { readonly size: (typeof textSizes)[number]; readonly verbs: ShapeVerbs }) {
  const next = textSizes[(textSizes.indexOf(size) + 1) % textSizes.length] ?? 'm'
  return (
    <IconButton
      label={textSizeWords[next]}
      icon={<ALargeSmall />}
      refusal={verbs.lookRefusal}
      onClick={() => verbs.size(next)}
    />
  )
}

function Tints({ tint, onChoose }: { readonly tint: Tint; readonly onChoose: (tint: Tint) => void }) {
  return (
    <div className="shape-tints" role="group" aria-label={shapeVerbWords.tint}>
      {tints.map((each) => (
        <button
          key={each}
          type="button"
          className="shape-tint"
          aria-label={nameOfTint(each)}
          aria-pressed={each === tint}
          onClick={() => onChoose(each)}
        >
          <span style={{ background: `var(--${tokenOfTint(each)})` }} />
        </button>
      ))}
    </div>
  )
}
