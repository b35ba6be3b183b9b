import { useEffect, useRef } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { usePrefetch } from '../controls/use-prefetch.ts'
import type { Hit } from '../model/finder.ts'
import { useCell } from '../model/use-cell.ts'
import { useBoardDialog } from '../session/board-dialog.ts'
import type { Bench } from '../tools/bench.ts'
import { showFound } from '../tools/show-found.ts'

const FindPanel = lazyPart(async () => (await import('../session/FindPanel.tsx')).FindPanel)

// Whoever types at once types into its field, and not on the wall.
const soon = [FindPanel]

/** Between the question and the panel below it. */
const GAP = 8

/** Finding on the wall: below the question, at the right. */
export function WallFind({ bench }: { readonly bench: Bench }) {
  const dialog = useBoardDialog()
  const open = useCell(dialog) === 'find'
  usePrefetch(soon)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => (open ? () => bench.live.foundStage.set(null) : undefined), [open, bench])
  const show = ({ shown }: Hit) =>
    showFound(shown, { above: (place.current?.offsetHeight ?? 0) + GAP, below: keyboardHeight() }, bench)
  if (!open) return null
  return (
    <div ref={place} className="wall-panels-find">
      <PartPlace onDrop={() => dialog.set(null)}>
        <FindPanel onShow={show} onLeave={toTheWall} />
      </PartPlace>
    </div>
  )
}

/** What a keyboard covers of a page that doesn't make room for it. */
function keyboardHeight(): number {
  return Math.max(0, innerHeight - (visualViewport?.height ?? innerHeight))
}

function toTheWall(): void {
  document.getElementById('wall')?.focus({ preventScroll: true })
}
