import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useSettled } from '../controls/use-settled.ts'
import type { AlikePair } from '../model/alike-pairs.ts'
import type { Bench } from '../tools/bench.ts'

const AlikeOffer = lazyPart(async () => (await import('../session/AlikeOffer.tsx')).AlikeOffer)

/** What says nearly the same, offered for stacking above the composer. */
export function WallAlike({ bench }: { readonly bench: Bench }) {
  const settled = useSettled()
  if (!settled) return null
  return (
    <PartPlace silent>
      <AlikeOffer onShow={(pair) => showBoth(pair, bench)} onDone={toTheWall} />
    </PartPlace>
  )
}

/** From so near that both can be read, if they lie near each other. */
function showBoth([one, other]: AlikePair, { selection, scene, camera }: Bench): void {
  selection.set([one.id, other.id])
  const bounds = scene.bounds([one.id, other.id])
  if (bounds) camera.fit(bounds)
}

/** Not to the composer: on a touch screen that would bring up the keyboard. */
function toTheWall(): void {
  document.getElementById('wall')?.focus({ preventScroll: true })
}
