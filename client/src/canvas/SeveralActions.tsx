import { Ellipsis, Group, Lock, LockOpen, Trash2, Ungroup, type LucideIcon } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { useCell } from '../model/use-cell.ts'
import { arrangeVerbs } from '../tools/arrange-verbs.ts'
import type { ArrangeVerb } from '../tools/arranged-units.ts'
import type { Bench } from '../tools/bench.ts'
import { openMenu, remove } from '../tools/key-actions.ts'
import { openPieceMenu } from '../tools/note-menu.ts'
import { removeRefusal } from '../tools/piece-refusals.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { arrangeWords } from '../words/arranging.ts'
import { abovePiece } from './above-piece.ts'
import { useScene } from './use-scene.ts'
import './quick-actions.css'

/** Beyond this the menu and the list of commands do: what may be done is asked of each, with every change. */
const MANY = 300

export interface SeveralActionsProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** What can be done with several selected pieces, above them: the way there without a right click and without keys. */
export function SeveralActions({ bench, toolbox }: SeveralActionsProps) {
  const { selection, live, desk } = bench
  const held = useCell(toolbox.inHand)
  const menu = useCell(desk.menu)
  const count = useSyncExternalStore(selection.subscribe, () => selection.pieces().size)
  const busy = useSyncExternalStore(
    (listener) => {
      const stops = [live.drag.subscribe(listener), live.marquee.subscribe(listener), live.lasso.subscribe(listener)]
      return () => stops.forEach((stop) => stop())
    },
    () => live.drag.get().size > 0 || live.marquee.get() !== null || live.lasso.get().length > 0,
  )
  if (count < 2 || count > MANY || busy || menu !== null || held !== 'select' || bench.wall.actor().role === 'observer')
    return null
  return <SeveralRow bench={bench} toolbox={toolbox} />
}

function SeveralRow({ bench, toolbox }: SeveralActionsProps) {
  useScene(bench, bench.selection.pieces)
  useSyncExternalStore(bench.camera.subscribe, bench.camera.view)
  const { group, ungroup, lock, unlock } = arrangeVerbs
  const bounds = bench.scene.bounds(bench.selection.pieces())
  return (
    <div
      className="quick-actions"
      role="toolbar"
      aria-label={arrangeWords.row}
      style={abovePiece(bounds, bench)}
      // The keys go on acting on what is selected.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Either verbs={[group, ungroup]} icons={[Group, Ungroup]} bench={bench} />
      <Either verbs={[lock, unlock]} icons={[Lock, LockOpen]} bench={bench} />
      <IconButton
        label={arrangeWords.remove}
        icon={<Trash2 />}
        refusal={removeRefusal(bench)}
        onClick={() => remove(bench, toolbox)}
      />
      <IconButton label={arrangeWords.more} icon={<Ellipsis />} onClick={() => openArrange(bench, toolbox)} />
    </div>
  )
}

interface EitherProps {
  readonly verbs: readonly [ArrangeVerb | undefined, ArrangeVerb | undefined]
  readonly icons: readonly [LucideIcon, LucideIcon]
  readonly bench: Bench
}

/** The first of two, or the second where the first has nothing to do. */
function Either({ verbs: [one, other], icons: [Icon, Other], bench }: EitherProps) {
  if (!one || !other) return null
  const second = one.refusal(bench) !== null && other.refusal(bench) === null
  const verb = second ? other : one
  return (
    <IconButton
      label={verb.label}
      icon={second ? <Other /> : <Icon />}
      refusal={verb.refusal(bench)}
      onClick={() => verb.act(bench)}
    />
  )
}

/** Notes have more in their menu, of which arranging is one page. */
function openArrange(bench: Bench, toolbox: Toolbox): void {
  const { selection, scene, camera } = bench
  const [id] = selection.pieces()
  const bounds = scene.bounds(selection.pieces())
  if (id === undefined || !bounds) return
  if (selection.ids().size === selection.pieces().size) return void openMenu(bench, toolbox)
  const at = camera.toScreen({ x: bounds.x + bounds.w / 2, y: bounds.y })
  openPieceMenu(id, bench, { ...at, w: 0, h: 0 })
}
