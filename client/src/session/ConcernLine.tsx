import { Archive } from 'lucide-react'
import { decideWords } from '../words/decide.ts'
import './concern-line.css'

/** One concern out of the box, unsigned. */
export function ConcernLine({ text }: { readonly text: string }) {
  return (
    <p className="concern-line">
      <Archive />
      <span className="unseen">{decideWords.concern}: </span>
      <span>{text}</span>
    </p>
  )
}
