const AT_LATEST_MS = 3000

/** Calls when the page has loaded and nothing else is to be done; returns the way to call it off. */
export function whenIdle(act: () => void): () => void {
  const called = new AbortController()
  const { signal } = called
  const rest = () => {
    if (signal.aborted) return
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: AT_LATEST_MS })
    else setTimeout(run, AT_LATEST_MS / 10)
  }
  const run = () => {
    if (!signal.aborted) act()
  }
  if (document.readyState === 'complete') rest()
  else addEventListener('load', rest, { signal })
  return () => called.abort()
}
