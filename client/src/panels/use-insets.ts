import { useLayoutEffect, type RefObject } from 'react'
import type { Camera } from '../model/camera.ts'

/** Between a panel and what is fitted or revealed beside it. */
const AIR = 16
const SIDE = 24

/**
 * Tells the camera how much of the wall the panels cover now: nothing that it shows lies under one. Before the first frame,
 * or the wall would be painted twice.
 */
export function useInsets(panels: RefObject<HTMLElement | null>, camera: Camera): void {
  useLayoutEffect(() => {
    const all = panels.current
    const [head, rail, foot] = ['head', 'rail', 'foot'].map((part) => all?.querySelector(`.wall-panels-${part}`))
    if (!all || !head || !rail || !foot) return undefined
    const measure = () => {
      const box = all.getBoundingClientRect()
      const tools = rail.getBoundingClientRect()
      // On a phone they lie along the lower edge, below the tray.
      const lying = tools.width > tools.height
      const [above, below] = [head.getBoundingClientRect(), foot.getBoundingClientRect()]
      camera.inset({
        top: above.height === 0 ? AIR : above.bottom - box.top + AIR,
        right: SIDE,
        bottom: below.height === 0 ? AIR : box.bottom - below.top + AIR,
        left: lying || tools.width === 0 ? SIDE : tools.right - box.left + SIDE,
      })
    }
    const watch = new ResizeObserver(measure)
    for (const element of [all, head, rail, foot]) watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [panels, camera])
}
