import {
  createContext,
  createElement,
  use,
  useEffect,
  useReducer,
  useState,
  type FunctionComponent,
  type ReactNode,
} from 'react'

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

/** What stands in the place of a part until it has come. */
export const UntilContext = createContext<ReactNode>(null)

/**
 * A part of the page that is fetched when it is first shown, and stands in a `PartPlace`. It does not suspend: React shows
 * what comes after a fallback 300 ms after it at the earliest, and the wall is there sooner.
 */
export function lazyPart<Props extends object>(load: () => Promise<FunctionComponent<Props>>): LazyPart<Props> {
  let coming: Promise<FunctionComponent<Props>> | null = null
  let here: FunctionComponent<Props> | null = null
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
  const came = (part: FunctionComponent<Props>) => (here = part)
  const fetched = () => (coming ??= load().then(came, missing))
  // Asked for at once, and not only when what stands there until then is in the page.
  const ask = () => fetched().catch(() => undefined)
  function Part(props: Props) {
    const until = use(UntilContext)
    const waiting = here === null
    const [, look] = useReducer((looks: number) => looks + 1, 0)
    const [lack, setLack] = useState<Error | null>(null)
    if (waiting) void ask()
    useEffect(() => {
      if (!waiting) return undefined
      let wanted = true
      fetched().then(
        () => wanted && look(),
        (error: Error) => wanted && setLack(error),
      )
      return () => {
        wanted = false
      }
    }, [waiting])
    if (lack !== null) throw lack
    return here === null ? until : createElement(UntilContext, { value: null }, createElement(here, props))
  }
  return Object.assign(Part, { fetch: () => void fetched().catch(forget) })
}
