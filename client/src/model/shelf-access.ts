import { openShelves, type Shelf } from './shelves.ts'

/** The way to the device's storage: opened when first needed, and again after the browser has taken it away. */
export interface ShelfAccess {
  /** One step after the other; answers whether this one was done. */
  write(step: (shelf: Shelf) => Promise<unknown>): Promise<boolean>
  read<Value>(step: (shelf: Shelf) => Promise<Value>): Promise<Value>
  /** Everything that was begun is over. */
  idle(): Promise<void>
  close(): void
}

const OPEN_MS = 3000

/** `worked` hears after each step whether the browser keeps anything. */
export function accessShelves(worked: (works: boolean) => void): ShelfAccess {
  let opening: Promise<Shelf> | null = null
  let last: Promise<unknown> = Promise.resolve()

  const reach = (): Promise<Shelf> => {
    const lost = () => {
      opening = null
    }
    opening ??= openShelves(lost).catch((error: unknown) => {
      lost()
      throw error
    })
    return inTime(opening)
  }
  const read = async <Value>(step: (shelf: Shelf) => Promise<Value>): Promise<Value> => {
    try {
      const value = await step(await reach())
      worked(true)
      return value
    } catch (error) {
      worked(false)
      throw error
    }
  }
  return {
    read,
    write(step) {
      const done = last
        .then(() => read(step))
        .then(
          () => true,
          () => false,
        )
      last = done
      return done
    },
    async idle() {
      await last
    },
    close() {
      void opening?.then(
        (shelf) => shelf.close(),
        () => undefined,
      )
      opening = null
    },
  }
}

/** For one errand: the storage is let go afterwards. */
export async function atShelves<Value>(errand: (shelves: ShelfAccess) => Promise<Value>): Promise<Value> {
  const shelves = accessShelves(() => {})
  const value = await errand(shelves)
  shelves.close()
  return value
}

/** Another tab may hold the storage up for as long as it likes. */
function inTime(opening: Promise<Shelf>): Promise<Shelf> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The storage does not open.')), OPEN_MS)
    opening.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
