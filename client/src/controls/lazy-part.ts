import { createElement, use, type FunctionComponent } from 'react'

/** A part of the page could not be fetched: the network is away, or the server has a newer version by now. */
export class PartMissing extends Error {
  /** Lets the next attempt fetch it anew. */
  readonly forget: () => void
  /** Fetches it anew; false when that failed again. */
  readonly retry: () => Promise<boolean>

  constructor(cause: unknown, forget: () => void, retry: () => Promise<boolean>) {
    super('A part of the page could not be fetched.', { cause })
    this.forget = forget
    this.retry = retry
  }
}

export type LazyPart<Props> = FunctionComponent<Props> & {
  /** Fetches it ahead of need; what goes wrong shows when it is needed. */
  readonly fetch: () => void
}

/** A part of the page that is fetched when it is first shown, and stands in a `PartPlace`. */
export function lazyPart<Props extends object>(load: () => Promise<FunctionComponent<Props>>): LazyPart<Props> {
  let coming: Promise<FunctionComponent<Props>> | null = null
  const forget = () => {
    coming = null
  }
  const retry = async () => {
    forget()
    try {
      await fetched()
      return true
    } catch {
      return false
    }
  }
  const missing = (cause: unknown): never => {
    throw new PartMissing(cause, forget, retry)
  }
  const fetched = () => (coming ??= load().catch(missing))
  function Part(props: Props) {
    return createElement(use(fetched()), props)
  }
  return Object.assign(Part, { fetch: () => void fetched().catch(forget) })
}
