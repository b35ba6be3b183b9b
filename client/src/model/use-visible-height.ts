import { useEffect } from 'react'

/**
 * Keeps `--visible-height` at what the keyboard leaves of the screen, for browsers that lay the keyboard over the page
 * instead of making the page smaller.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const screen = window.visualViewport
    if (screen === null) return undefined
    const { style } = document.documentElement
    const measure = () => {
      style.setProperty('--visible-height', `${Math.round(screen.height * screen.scale)}px`)
      // A browser that pushes the page up to show the field pushes the header out of sight.
      if (screen.scale === 1 && window.scrollY > 0) window.scrollTo(0, 0)
    }
    measure()
    screen.addEventListener('resize', measure)
    return () => {
      screen.removeEventListener('resize', measure)
      style.removeProperty('--visible-height')
    }
  }, [])
}
