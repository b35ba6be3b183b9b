import { connectorWords as words } from '../words/shapes.ts'
import type { Bench } from './bench.ts'
import { attachEnd, detachEnd, handledConnector, type Side } from './connector-ends.ts'
import { connectSelected, connectTo, heldBy } from './connector.ts'
import type { KeyAction } from './key-actions.ts'
import type { Toolbox } from './toolbox.ts'

/** With several pieces selected they are connected; with one, a connector starts there and waits for `connectHere`. */
export const connect: KeyAction = (bench, toolbox) => {
  if (toolbox.held.get() === 'connector') return false
  if (connectSelected(bench)) return true
  const [from] = bench.selection.pieces()
  bench.desk.connecting.set(from ?? null)
  return false
}

/** Is a connector on its way by key, or one of whose ends goes elsewhere? */
export function isConnecting({ desk }: Bench, toolbox: Toolbox): boolean {
  return toolbox.held.get() === 'connector' && desk.connecting.get() !== null
}

/** The connector that was started ends at the selected piece; an old one that was selected then has this end there. */
export function connectHere(side: Side): KeyAction {
  return (bench, toolbox) => {
    const { desk, selection, wall } = bench
    const from = desk.connecting.get()
    const to = selection.lead() ?? [...selection.pieces()][0]
    if (!isConnecting(bench, toolbox) || from === null || to === undefined || to === from) return false
    if (wall.shape(from)?.kind === 'connector') {
      if (!attachEnd(from, side, to, bench)) return true
      toolbox.putDown()
      selection.set([from])
    } else if (side === 'from') return false
    else if (connectTo(from, to, bench)) toolbox.putDown()
    return true
  }
}

/** Why an end can't let go. */
export function detachRefusal(side: Side, bench: Bench): string | null {
  const connector = handledConnector(bench)
  if (!connector) return words.selectFirst
  return heldBy(connector.shape[side]) === null ? words.free : null
}

/** The end stays where it is and holds on to nothing: the arrows move it from then on. */
export function detach(side: Side): KeyAction {
  return (bench) => detachEnd(side, bench)
}
