import { useShapesToRead } from './use-shapes.ts'
import { useShapeName } from './use-shape-name.ts'
import { alsoWords } from '../words/shapes.ts'
import './also-on-wall.css'

/** What is on the wall besides the moments, for whoever doesn't see it. */
export function AlsoOnWall() {
  const shapes = useShapesToRead()
  const nameOf = useShapeName()
  if (shapes.length === 0) return null
  return (
    <details className="also-on-wall">
      <summary className="t-label">
        {alsoWords.title} <span className="t-small t-figures">{shapes.length}</span>
      </summary>
      <ul>
        {shapes.map((shape) => (
          <li key={shape.id} data-shape={shape.id} dir="auto">
            {nameOf(shape)}
          </li>
        ))}
      </ul>
    </details>
  )
}
