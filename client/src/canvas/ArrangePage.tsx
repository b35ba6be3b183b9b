import { MenuRow } from '../controls/MenuRow.tsx'
import { arrangeVerbs } from '../tools/arrange-verbs.ts'
import type { Bench } from '../tools/bench.ts'
import { keyNames } from '../words/commands.ts'

interface ArrangePageProps {
  readonly bench: Bench
  readonly onDone: () => void
}

/** What can be done with several pieces at once. */
export function ArrangePage({ bench, onDone }: ArrangePageProps) {
  return Object.entries(arrangeVerbs).map(([name, { label, keys, refusal, act }]) => {
    const [chord] = keys
    const choose = () => {
      onDone()
      act(bench)
    }
    const shortcut = chord === undefined ? {} : { shortcut: keyNames(chord, false).join(' ') }
    const choice = { label, refusal: refusal(bench), onChoose: choose, ...shortcut }
    return <MenuRow key={name} choice={choice} onChoose={choose} />
  })
}
