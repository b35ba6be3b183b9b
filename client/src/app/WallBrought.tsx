import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Rect } from '@momentous/shared/scene/geometry'
import { useStore } from '../model/use-store.ts'
import type { View } from '../model/view.ts'
import { BroughtCard } from '../session/BroughtCard.tsx'
import { facilitatorName } from '../session/people-facts.ts'
import type { Bench } from '../tools/bench.ts'
import { frameWords } from '../words/frame.ts'
import './wall-brought.css'

interface Call {
  readonly name: string
  readonly look: Rect
  /** Where this person looked before; null while they haven’t gone. */
  readonly before: View | null
}

/** Looks where the facilitator brings everybody, with a way back. Whoever has something in hand is asked first. */
export function WallBrought({ bench }: { readonly bench: Bench }) {
  const store = useStore()
  const { camera } = bench
  const [call, setCall] = useState<Call | null>(null)
  useEffect(
    () =>
      store.hear('bring', ({ view: [x, y, w, h] }) => {
        const look = { x, y, w, h }
        const name = facilitatorName(store.people.get().people) || frameWords.facilitator
        const before = isBusy(bench) ? null : camera.view()
        if (before !== null) camera.fit(look)
        setCall({ name, look, before })
      }),
    [store, bench, camera],
  )
  const top = useSyncExternalStore(camera.subscribe, () => camera.free().y)
  const done = useCallback(() => setCall(null), [])
  if (call === null) return null
  const { name, look, before } = call
  return (
    <div className="wall-brought" style={{ top }}>
      <BroughtCard
        key={before === null ? 'asked' : 'gone'}
        name={name}
        onBack={before && (() => camera.glideTo(before))}
        onGo={before ? null : () => camera.fit(look)}
        onDone={done}
      />
    </div>
  )
}

/** Under a hand that works nothing moves away. */
function isBusy({ live, desk }: Bench): boolean {
  const works = live.drag.get().size > 0 || live.stroke.get() !== null || live.shape.get() !== null
  return works || desk.editing.get() !== null || desk.writing.get() !== null
}
