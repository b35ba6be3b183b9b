import { Component, type ReactNode } from 'react'
import { useShell } from '../model/use-shell.ts'
import { missingPartWords } from '../words/trouble.ts'
import { Button } from './Button.tsx'
import { PartMissing, UntilContext } from './lazy-part.ts'
import './part-place.css'

/** How often a part that could not be fetched is asked for again. */
const AGAIN_MS = 4000

export interface PartPlaceProps {
  readonly children: ReactNode
  /** What stands there until the part has come; left out, a word about it after a while. */
  readonly until?: ReactNode
  /** Present where the page can do without the part: closes it. */
  readonly onDrop?: () => void
  /** What stands there already stays in sight: what is missing is said over it. */
  readonly over?: boolean
  /** An ornament: nobody is told that it comes, or that it comes later. */
  readonly silent?: boolean
}

/** Where a part of the page comes that has to be fetched. While that takes, or when it fails, this says so; the rest stays. */
export function PartPlace(props: PartPlaceProps) {
  const { children, until = <PartComing />, onDrop, over = onDrop !== undefined, silent = false } = props
  return (
    <MissingPartBoundary onDrop={onDrop} over={over} silent={silent}>
      <UntilContext value={silent ? null : until}>{children}</UntilContext>
    </MissingPartBoundary>
  )
}

/** Nothing for 300 ms, then one still word. */
function PartComing() {
  return (
    <p className="part-coming" role="status">
      {missingPartWords.opening}
    </p>
  )
}

interface BoundaryProps {
  readonly children: ReactNode
  readonly onDrop: (() => void) | undefined
  readonly over: boolean
  readonly silent: boolean
}

interface Caught {
  readonly error: Error | null
}

/** Catches what could not be fetched, and nothing else. */
class MissingPartBoundary extends Component<BoundaryProps, Caught> {
  override state: Caught = { error: null }
  #stop = () => {}

  static getDerivedStateFromError(error: unknown): Caught {
    return { error: error instanceof Error ? error : new Error('A part of the page broke.', { cause: error }) }
  }

  override componentDidMount() {
    this.#follow()
  }

  override componentDidUpdate(_props: BoundaryProps, before: Caught) {
    if (this.state.error !== before.error) this.#follow()
  }

  #follow() {
    const { error } = this.state
    this.#stop()
    if (error instanceof PartMissing) this.#stop = tryAgain(error, () => this.setState({ error: null }))
  }

  override componentWillUnmount() {
    this.#stop()
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (!(error instanceof PartMissing)) throw error
    const { onDrop, over, silent } = this.props
    if (silent) return null
    const drop = () => {
      error.forget()
      onDrop?.()
    }
    return <MissingPart onDrop={onDrop && drop} over={over} />
  }
}

/** Every few seconds, and as soon as the network is back: nobody has to press anything. Returns the way to stop. */
function tryAgain(part: PartMissing, onThere: () => void): () => void {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const attempt = async () => {
    clearTimeout(timer)
    const there = await part.retry()
    if (stopped) return
    if (there) onThere()
    else timer = setTimeout(() => void attempt(), AGAIN_MS)
  }
  const onLine = () => void attempt()
  timer = setTimeout(onLine, AGAIN_MS)
  addEventListener('online', onLine)
  return () => {
    stopped = true
    clearTimeout(timer)
    removeEventListener('online', onLine)
  }
}

type MissingPartProps = Pick<BoundaryProps, 'onDrop' | 'over'>

/** Over the page where the page can do without the part for now, else in its place. */
function MissingPart({ onDrop, over }: MissingPartProps) {
  const shell = useShell()
  const Heading = over ? 'h2' : 'h1'
  return (
    <section className={over ? 'part-missing part-missing-over' : 'part-missing'} role="alert">
      <Heading className="t-h3">{missingPartWords.title}</Heading>
      <p className="t-second">{missingPartWords.lead}</p>
      <div className="part-missing-buttons">
        <Button look="primary" onClick={() => shell.reload()}>
          {missingPartWords.again}
        </Button>
        {onDrop && <Button onClick={onDrop}>{missingPartWords.close}</Button>}
      </div>
    </section>
  )
}
