import { use, useEffect, useState } from 'react'
import { BoardStage } from '../canvas/BoardStage.tsx'
import { Corner } from '../canvas/Corner.tsx'
import { canvasMeasure } from '../canvas/paint-type.ts'
import { Rail } from '../canvas/Rail.tsx'
import { useAnnouncer, type Announcer } from '../controls/LiveRegion.tsx'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useSettled } from '../controls/use-settled.ts'
import type { BoardStore } from '../model/board-store.ts'
import type { Cell } from '../model/cell.ts'
import { browserClock, createCamera } from '../model/camera.ts'
import type { Habits } from '../model/habits.ts'
import { picturesOfBoard } from '../model/pictures-of-board.ts'
import { createScene } from '@momentous/shared/scene/scene'
import { createSelection } from '../model/selection.ts'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import { useHabits } from '../model/use-habits.ts'
import { useSession, useStore } from '../model/use-store.ts'
import { wallOfStore } from '../model/wall-of-store.ts'
import { WallPanels } from '../panels/WallPanels.tsx'
import { useBoardDialog } from '../session/board-dialog.ts'
import { createBench } from '../tools/bench.ts'
import { tellingWall } from '../tools/telling-wall.ts'
import { createToolbox } from '../tools/toolbox.ts'
import type { WallHands } from '../tools/wall-offers.ts'
import { WallOnScreenContext } from './page-hands.ts'
import { usePicturing } from './use-picturing.ts'

// The wall is painted before these are asked for.
const WallBin = lazyPart(async () => (await import('../session/WallBin.tsx')).WallBin)
const PenTray = lazyPart(async () => (await import('../canvas/PenTray.tsx')).PenTray)
const WallBrought = lazyPart(async () => (await import('./WallBrought.tsx')).WallBrought)
const Minimap = lazyPart(async () => (await import('../canvas/Minimap.tsx')).Minimap)

/** What this person has in hand on one board's wall, and where they look. */
export type WallSeat = WallHands

export interface WallScreenProps {
  /** Outlives the screen: whoever comes back from Assess finds the wall as it was left. */
  readonly seat: Cell<WallSeat | null>
  /** The seat's token: images are fetched with it. */
  readonly token: string
  readonly onList: () => void
}

export function WallScreen({ seat, token, onList }: WallScreenProps) {
  const store = useStore()
  const habits = useHabits()
  const { say } = useAnnouncer()
  const dialog = useBoardDialog()
  const shown = use(WallOnScreenContext)
  const [taken] = useState(() => seat.get() ?? takeSeat(store, token, habits, say))
  useEffect(() => seat.set(taken), [seat, taken])
  useEffect(() => {
    shown.set(taken)
    return () => shown.set(null)
  }, [shown, taken])
  const { bench, toolbox } = taken
  usePicturing(bench)
  const { camera, scene, wall, desk } = bench
  // In Colour the tray at the bottom has the pens.
  const settled = useSettled()
  const colouring = useSession((session) => session.phase === 'colour')
  const bin = settled && (
    <PartPlace silent>
      <WallBin />
    </PartPlace>
  )
  return (
    <WallPanels
      bench={bench}
      toolbox={toolbox}
      rail={
        <div className="wall-tools">
          <Rail wall={wall} toolbox={toolbox} />
          {settled && !colouring && (
            <PartPlace silent>
              <PenTray desk={desk} toolbox={toolbox} />
            </PartPlace>
          )}
        </div>
      }
      corner={
        <Corner camera={camera} scene={scene} onList={onList} onShortcuts={() => dialog.set('shortcuts')} bin={bin} />
      }
      minimap={
        settled && (
          <PartPlace silent>
            <Minimap bench={bench} />
          </PartPlace>
        )
      }
    >
      <BoardStage bench={bench} toolbox={toolbox} />
      {settled && (
        <PartPlace silent>
          <WallBrought bench={bench} />
        </PartPlace>
      )}
    </WallPanels>
  )
}

function takeSeat(
  store: BoardStore,
  token: string,
  { singleKeys, ink, looksOf }: Habits,
  say: Announcer['say'],
): WallSeat {
  const wall = tellingWall(wallOfStore(store), say)
  const scene = createScene(wall, createTextFitter(canvasMeasure()))
  const bench = createBench({
    wall,
    scene,
    camera: createCamera(browserClock()),
    selection: createSelection(wall),
    singleKeys,
    ink,
    looks: looksOf(store.board),
    pictures: picturesOfBoard(store, token),
  })
  return { bench, toolbox: createToolbox(bench) }
}
