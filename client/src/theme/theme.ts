/** What somebody chose on this device; `system` follows the device. */
export type ThemeChoice = 'light' | 'dark' | 'system'
export type Theme = Exclude<ThemeChoice, 'system'>

const KEPT_AS = 'momentous.theme'

function themeChoice(): ThemeChoice {
  const kept = readKept()
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Keeps the choice on this device and shows it at once, here and in other tabs. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(KEPT_AS)
    else localStorage.setItem(KEPT_AS, choice)
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
  paint(choice)
}

/** Light or dark, as the page shows it now. */
export function shownTheme(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'
}

/** Shows the theme and follows the device and the other tabs. Returns what ends it. */
export function startTheme(): () => void {
  const system = darkSystem()
  const repaint = () => paint(themeChoice())
  repaint()
  system.addEventListener('change', repaint)
  addEventListener('storage', repaint)
  return () => {
    system.removeEventListener('change', repaint)
    removeEventListener('storage', repaint)
  }
}

/** Calls `listener` whenever the page turns light or dark: for a canvas that has to read its colours again. */
export function followTheme(listener: () => void): () => void {
  const watch = new MutationObserver(listener)
  watch.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => watch.disconnect()
}

/** The other of light and dark; when the device already asks for it, the choice goes back to the device. */
export function otherTheme(): ThemeChoice {
  const other: Theme = shownTheme() === 'dark' ? 'light' : 'dark'
  return (other === 'dark') === darkSystem().matches ? 'system' : other
}

function paint(choice: ThemeChoice): void {
  const dark = choice === 'system' ? darkSystem().matches : choice === 'dark'
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

function darkSystem(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS)
  } catch {
    return null
  }
}
