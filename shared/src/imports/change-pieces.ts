import { CHANGES_AT_ONCE } from '../commands/merge-form.ts'
import type { FormChange } from './form-change.ts'

/** Changes in the pieces in which they travel: each within what one command takes. */
export function inPieces(changes: readonly FormChange[]): readonly (readonly FormChange[])[] {
  const pieces: FormChange[][] = []
  let [weight, length] = [0, 0]
  for (const change of changes) {
    const [more, bytes] = [change.kind === 'moments' ? change.moments.length : 1, JSON.stringify(change).length]
    const last = pieces.at(-1)
    const fits = last !== undefined && weight + more <= CHANGES_AT_ONCE && length + bytes <= BYTES_AT_ONCE
    if (fits) last.push(change)
    else pieces.push([change])
    ;[weight, length] = fits ? [weight + more, length + bytes] : [more, bytes]
  }
  return pieces
}

/** A command by HTTP may be 256 kB, and a sign up to three bytes long. */
const BYTES_AT_ONCE = 64 * 1024
