/** Where somebody can stand and press nothing with a key that is still down: never another control. */
const PLACES = 'dialog, [tabindex="-1"], form, fieldset, section, article, li, [role="group"], [role="toolbar"]'

/**
 * Whoever works by keys never falls out of the page: if what has the focus goes, because the phase moved on or a card was
 * answered, the place that it stood in takes the focus, else the question. Returns the way to stop.
 */
export function keepFocus(page: Document): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  let keys = false
  let around: readonly Element[] = []
  let frame = 0

  const look = () => {
    const [control] = around
    if (!keys || control === undefined || page.activeElement !== page.body || isThere(control)) return
    const over = [...page.querySelectorAll('dialog:modal')].at(-1) ?? page
    const inSight = (each: Element) => isThere(each) && over.contains(each)
    const place =
      around.find((each) => each.matches(PLACES) && inSight(each)) ??
      [...over.querySelectorAll('#question, main h1')].find(inSight)
    // A screen that is on its way brings its question with it.
    if (place === undefined) return
    around = []
    standOn(place)
  }
  // Two frames later: whoever takes something away often gives the focus back by itself.
  const lookSoon = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(look)
    })
  }
  // Words can come from a keyboard on glass, too; Tab only from somebody who walks by it.
  page.addEventListener('keydown', ({ key }) => (keys ||= key === 'Tab'), { signal, capture: true })
  page.addEventListener('pointerdown', () => (keys = false), { signal, capture: true })
  page.addEventListener('focusin', ({ target }) => (around = ancestors(target)), { signal })
  page.addEventListener('focusout', lookSoon, { signal })
  const watch = new MutationObserver(() => {
    const [control] = around
    if (control?.isConnected === false) lookSoon()
  })
  watch.observe(page.body, { childList: true, subtree: true })
  return () => {
    leaving.abort()
    watch.disconnect()
    cancelAnimationFrame(frame)
  }
}

const isThere = (element: Element) => element.isConnected && element.checkVisibility()

/** From the element outwards; what is taken out of the page later still knows where it was. */
function ancestors(target: EventTarget | null): readonly Element[] {
  const all: Element[] = []
  for (let each = target instanceof Element ? target : null; each !== null; each = each.parentElement) all.push(each)
  return all
}

function standOn(place: Element): void {
  if (!(place instanceof HTMLElement)) return
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  }
  place.focus({ preventScroll: true })
}
