import { useState, type ReactNode } from 'react'
import { TextButton } from '../controls/TextButton.tsx'
import { importWords } from '../words/import.ts'

/** A file may change thousands of cells; so many are shown before somebody asks for all of them. */
const SHOWN = 40

interface PartProps {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** One kind of thing that a file comes with. */
export function Part(props: PartProps) {
  return (
    <section className="bring-back-part">
      <h3 className="t-h4">{props.title}</h3>
      {props.lead !== undefined && <p className="t-small t-second">{props.lead}</p>}
      {props.children}
    </section>
  )
}

/** What is of that kind, as far as a person reads it at once. */
export function Rows<Each extends object>(props: {
  readonly all: readonly Each[]
  readonly row: (each: Each) => ReactNode
}) {
  const [whole, setWhole] = useState(false)
  const { all, row } = props
  return (
    <>
      <ul className="bring-back-rows">
        {(whole ? all : all.slice(0, SHOWN)).map((each, index) => (
          <li key={index}>{row(each)}</li>
        ))}
      </ul>
      {!whole && all.length > SHOWN && (
        <TextButton onClick={() => setWhole(true)}>{`${importWords.more} ${all.length}`}</TextButton>
      )}
    </>
  )
}
