import { added, addedOrder, type AdditionFacts } from '@momentous/shared/additions/addition-facts'
import { figured } from './number.ts'

/** A board's file that comes onto a board that is there. */
export const addBoardWords = {
  title: 'Add another board',
  brings: 'It brings',
  first: 'First on its line',
  left: 'Stays in the file',
  behind:
    'Everything comes behind what is here, under this board’s name. Its own name, why, vote and settings stay in the file, and nobody’s name stands under an idea.',
  nothing: 'There is nothing in this file that could be added.',
  add: 'Add it to this board',
  adding: 'Adding it',
  otherFile: 'Another file',
  done: 'It is on the board.',
  takeBack: 'Take it back',
  close: 'Close',
  unnamed: 'a board without a name',
  tooLarge: 'This file is larger than 32 MB, which no board is. Nothing of it was read.',
  away: 'The server did not answer. Look whether it is on the board before you try again.',
}

export function fromWords(title: string): string {
  return `From “${title.trim() === '' ? addBoardWords.unnamed : title}”`
}

/** What it brings, each with its figure. */
export function broughtWords({ counts }: AdditionFacts): readonly string[] {
  return addedOrder.flatMap((each) => {
    if (counts[each] === 0) return []
    return each === 'strokes' && counts[each] !== 1
      ? `${counts[each]} lines of ink`
      : figured(counts[each], added[each])
  })
}

export function twinsWords({ twins, counts }: AdditionFacts): string {
  const all = twins === counts.moments ? (twins === 1 ? 'Its moment stands' : 'All its moments stand') : null
  const some = `${twins} of its ${counts.moments} moments ${twins === 1 ? 'stands' : 'stand'}`
  return `${all ?? some} here already, word for word. Added again, ${twins === 1 ? 'it is' : 'they are'} here twice.`
}

export function takenBackWords(kept: number): string {
  return kept === 0
    ? 'It is off the board again. You find it in the bin.'
    : `It is off the board again, but for ${figured(kept, 'moment')} that somebody has worked on since.`
}
