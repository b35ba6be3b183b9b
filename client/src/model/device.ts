/** What this device keeps between visits. */
export interface Device {
  read(key: string): string | null
  write(key: string, words: string): void
  /** False when the browser keeps nothing: all is forgotten with the page. */
  readonly lasting: boolean
}

/** Removes everything whose key ends so. */
export function forgetKept(ending: string, storage: () => Storage = () => localStorage): void {
  try {
    const kept = storage()
    for (const key of Object.keys(kept)) if (key.endsWith(ending)) kept.removeItem(key)
  } catch {
    // Nothing is kept where the storage is switched off.
  }
}

/** The browser's own storage; where it is switched off, one that lasts as long as the page. */
export function openDevice(storage: () => Storage = () => localStorage): Device {
  try {
    const kept = storage()
    kept.setItem('momentous.probe', '')
    kept.removeItem('momentous.probe')
    return {
      lasting: true,
      read: (key) => kept.getItem(key),
      write(key, words) {
        try {
          kept.setItem(key, words)
        } catch {
          // Full: what was kept before stays, and the session goes on without it.
        }
      },
    }
  } catch {
    const kept = new Map<string, string>()
    return { lasting: false, read: (key) => kept.get(key) ?? null, write: (key, words) => void kept.set(key, words) }
  }
}
