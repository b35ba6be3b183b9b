import { useEffect, useMemo, useRef, type PointerEvent } from 'react'
import { NARROW, useMedia } from '../controls/use-media.ts'
import { contains, type Point } from '@momentous/shared/scene/geometry'
import { followTheme } from '../theme/theme.ts'
import type { Bench } from '../tools/bench.ts'
import { createMinimapPicture, mapped, MINIMAP, paintMinimap, type Mapping } from './paint-minimap.ts'
import { readTheme } from './paint-theme.ts'
import './minimap.css'

/** The whole wall in a corner, where there is room for it; a press or a drag says which part is in sight. */
export function Minimap({ bench }: { readonly bench: Bench }) {
  const narrow = useMedia(NARROW)
  return narrow ? null : <OpenMinimap bench={bench} />
}

function OpenMinimap({ bench }: { readonly bench: Bench }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  /** Held for as long as a pointer pulls, or the map would shrink away under it. */
  const hold = useRef<Mapping | null>(null)
  const looking = useMemo(() => createLooking(bench), [bench])
  useEffect(() => {
    const element = canvas.current
    return element ? followAll(bench, element, () => hold.current) : undefined
  }, [bench])

  const spot = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent, map: Mapping): Point => ({
    x: map.x + offsetX / map.scale,
    y: map.y + offsetY / map.scale,
  })
  const end = () => {
    hold.current = null
  }
  return (
    // Keys have the arrows and the zoom; to a screen reader a picture of dots says nothing.
    <div className="minimap" aria-hidden="true">
      <canvas
        ref={canvas}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          hold.current = mapped(bench)
          looking.start(spot(event, hold.current))
        }}
        onPointerMove={(event) => hold.current && looking.pull(spot(event, hold.current))}
        onPointerUp={end}
        onPointerCancel={end}
      />
    </div>
  )
}

/** A press inside what is in sight takes it along; one beside it goes there. */
function createLooking({ camera }: Bench) {
  let grip: Point = { x: 0, y: 0 }
  const pull = (at: Point) => camera.jump({ ...camera.view(), x: at.x - grip.x, y: at.y - grip.y })
  return {
    pull,
    start(at: Point) {
      const seen = camera.visible()
      const inside = contains(seen, at)
      grip = inside ? { x: at.x - seen.x, y: at.y - seen.y } : { x: seen.w / 2, y: seen.h / 2 }
      pull(at)
    },
  }
}

/** The picture of the content follows changes with a pause between them: nobody reads a map that closely. */
const PAUSE_MS = 200
/** With many notes it is painted less often, by as many milliseconds a note. */
const PAUSE_NOTE_MS = 0.2

/** Paints at most once a frame, and only after a change. */
function followAll(bench: Bench, canvas: HTMLCanvasElement, held: () => Mapping | null): () => void {
  const ctx = canvas.getContext('2d')
  let theme = readTheme()
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const picture = createMinimapPicture(bench, () => theme)
  const paint = () => {
    frame = 0
    const ratio = devicePixelRatio
    if (canvas.width !== MINIMAP.w * ratio) {
      canvas.width = MINIMAP.w * ratio
      canvas.height = MINIMAP.h * ratio
    }
    if (!ctx) return
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    paintMinimap(ctx, bench, picture, held() ?? mapped(bench), theme)
  }
  const soon = () => {
    frame ||= requestAnimationFrame(paint)
  }
  const renew = () => {
    timer = undefined
    picture.renew(soon)
  }
  const renewSoon = () => {
    timer ??= setTimeout(renew, Math.max(PAUSE_MS, bench.scene.order().length * PAUSE_NOTE_MS))
  }
  const stops = [
    bench.scene.subscribe(renewSoon),
    bench.camera.subscribe(soon),
    bench.selection.subscribe(renewSoon),
    followTheme(() => {
      theme = readTheme()
      renew()
    }),
    picture.stop,
  ]
  soon()
  timer = setTimeout(renew)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}
