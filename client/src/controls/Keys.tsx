import { keyNames } from '../words/key-names.ts'
import './keys.css'

/** A chord as one presses it: each key in a box of its own. */
export function Keys({ chord }: { readonly chord: string }) {
  return (
    <span className="keys">
      {keyNames(chord, isMac()).map((name) => (
        <kbd key={name} className="keys-key">
          {name}
        </kbd>
      ))}
    </span>
  )
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}
