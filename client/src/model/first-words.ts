import type { Deed } from './deed.ts'
import type { Facts, Inverse } from './giving-back.ts'
import type { TypedText } from './history.ts'
import { edited } from './text-rebase.ts'

/** Which text waits for its first words, when a deed makes something that is nothing without them. */
export function textToBe({ name, args }: Deed): TypedText | null {
  if (name === 'add-moment') return args.text === '' ? { root: 'moments', id: args.id, key: 'text' } : null
  if (name === 'add-stage') return args.title === '' ? { root: 'stages', id: args.id, key: 'title' } : null
  const isBareText = name === 'add-shape' && args.kind === 'text' && (args.words ?? '') === ''
  return isBareText ? { root: 'shapes', id: args.id, key: 'words' } : null
}

/**
 * Takes back what was made together with the words typed into it since. It goes with them, so that the bin has them; where
 * somebody else has written as well, theirs stay, and what they are written on.
 */
export function madeBack(made: Inverse, { root, id, key }: TypedText, typed: readonly Inverse[]): Inverse {
  return (now) => {
    let words = now.text(root, id, key) ?? ''
    const then: Facts = {
      ...now,
      text: (...which) => (which.join() === [root, id, key].join() ? words : now.text(...which)),
    }
    const edits = typed.toReversed().flatMap((inverse) => {
      const deeds = inverse(then)
      for (const deed of deeds) if (deed.name === 'edit-text') words = edited(words, deed.args)
      return deeds
    })
    return words.trim() === '' ? made(now) : edits
  }
}
