import { useEffect } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useSettled } from '../controls/use-settled.ts'
import type { AlikePair } from '../model/alike-pairs.ts'
import { useActor } from '../model/use-store.ts'
import { markRows, unmarkRows } from './mark-rows.ts'

const AlikeOffer = lazyPart(async () => (await import('../session/AlikeOffer.tsx')).AlikeOffer)

/** What says nearly the same, offered for stacking in the list. */
export function ListAlike() {
  const settled = useSettled()
  const { role } = useActor()
  useEffect(() => unmarkRows, [])
  if (!settled || role === 'observer') return null
  return (
    <PartPlace silent>
      <AlikeOffer onShow={show} onDone={toTheList} />
    </PartPlace>
  )
}

function show(pair: AlikePair): void {
  markRows(...pair.map(({ id }) => `[data-moment="${id}"]`))
}

function toTheList(): void {
  unmarkRows()
  document.querySelector<HTMLElement>('.list-main')?.focus({ preventScroll: true })
}
