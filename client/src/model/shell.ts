import { cell } from './cell.ts'
import { whenIdle } from './idle.ts'
import type { Watched } from './watched.ts'

/** The application as this device keeps it, so that it opens without the network. */
export interface Shell {
  /** A new version lies ready; it waits until somebody asks for it. */
  readonly ready: Watched<boolean>
  /** Loads the page again, in the newest version that this device has. */
  reload(): void
}

const WORKER = '/sw.js'
const TAKE_OVER = 'take over'
/** A page may be open for days; whoever comes back to it is asked no more often than this. */
const LOOK_EVERY_MS = 30 * 60_000
/** A new version that doesn't take over by then is not waited for. */
const PATIENCE_MS = 2000

/** A page without workers: plain http in the office, a browser that has none. It loads from the server, as ever. */
export function plainShell(): Shell {
  return { ready: cell(false), reload: () => location.reload() }
}

/** Keeps the application on this device where the browser can, and watches for new versions of it. */
export function keepShell(workers: ServiceWorkerContainer | undefined = workersHere()): Shell {
  if (workers === undefined) return plainShell()
  const ready = cell(false)
  let kept: ServiceWorkerRegistration | null = null
  const hadOne = workers.controller !== null
  // Another tab has taken the new version: the parts of this one that aren't loaded yet may be gone.
  workers.addEventListener('controllerchange', () => ready.set(hadOne))

  const follow = (registration: ServiceWorkerRegistration) => {
    kept = registration
    if (registration.waiting !== null && workers.controller !== null) ready.set(true)
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing
      coming?.addEventListener('statechange', () => {
        if (coming.state === 'installed' && workers.controller !== null) ready.set(true)
      })
    })
    lookNowAndThen(registration)
  }
  // What can't be kept is no trouble of anybody's: the page goes on from the network.
  whenIdle(() => void workers.register(WORKER, { updateViaCache: 'none' }).then(follow, () => undefined))

  return {
    ready,
    reload() {
      const waiting = kept?.waiting
      if (!waiting) return location.reload()
      const again = () => location.reload()
      workers.addEventListener('controllerchange', again)
      setTimeout(again, PATIENCE_MS)
      return waiting.postMessage(TAKE_OVER)
    },
  }
}

function lookNowAndThen(registration: ServiceWorkerRegistration): void {
  let looked = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || performance.now() - looked < LOOK_EVERY_MS) return
    looked = performance.now()
    registration.update().catch(() => undefined)
  })
}

/** Undefined outside of secure contexts. */
function workersHere(): ServiceWorkerContainer | undefined {
  return 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
}
