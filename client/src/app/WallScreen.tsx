import { useEffect, useState } from 'react'
import { BoardStage } from '../canvas/BoardStage.tsx'
import { Corner } from '../canvas/Corner.tsx'
import { canvasMeasure } from '../canvas/paint-type.ts'
import { Minimap } from '../canvas/Minimap.tsx'
import { PenTray } from '../canvas/PenTray.tsx'
import { Rail } from '../canvas/Rail.tsx'
import type { BoardStore } from '../model/board-store.ts'
import type { Cell } from '../model/cell.ts'
import { browserClock, createCamera } from '../model/camera.ts'
import { createScene } from '../model/scene.ts'
import { createSelection } from '../model/selection.ts'
import { createTextFitter } from '../model/text-layout.ts'
import { useSession, useStore } from '../model/use-store.ts'
import { wallOfStore } from '../model/wall-of-store.ts'
import { WallPanels } from '../panels/WallPanels.tsx'
import { WallBin } from '../session/WallBin.tsx'
import { createBench, type Bench } from '../tools/bench.ts'
import { createToolbox, type Toolbox } from '../tools/toolbox.ts'

/** What this person has in hand on one board's wall, and where they look. */
export interface WallSeat {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

export interface WallScreenProps {
  /** Outlives the screen: whoever comes back from Assess finds the wall as it was left. */
  readonly seat: Cell<WallSeat | null>
  readonly onList: () => void
}

export function WallScreen({ seat, onList }: WallScreenProps) {
  const store = useStore()
  const [taken] = useState(() => seat.get() ?? takeSeat(store))
  useEffect(() => seat.set(taken), [seat, taken])
  const { bench, toolbox } = taken
  const { camera, scene, wall, desk } = bench
  // In Colour the tray at the bottom has the pens.
  const colouring = useSession((session) => session.phase === 'colour')
  useEffect(
    () =>
      store.hear('bring', ({ view: [x, y, w, h] }) => {
        camera.fit({ x, y, w, h })
      }),
    [store, camera],
  )
  return (
    <WallPanels
      bench={bench}
      toolbox={toolbox}
      rail={
        <div className="wall-tools">
          <Rail wall={wall} toolbox={toolbox} />
          {colouring || <PenTray desk={desk} toolbox={toolbox} />}
        </div>
      }
      corner={<Corner camera={camera} scene={scene} onList={onList} bin={<WallBin />} />}
      minimap={<Minimap bench={bench} />}
    >
      <BoardStage bench={bench} toolbox={toolbox} />
    </WallPanels>
  )
}

function takeSeat(store: BoardStore): WallSeat {
  const wall = wallOfStore(store)
  const scene = createScene(wall, createTextFitter(canvasMeasure()))
  const bench = createBench({ wall, scene, camera: createCamera(browserClock()), selection: createSelection(wall) })
  return { bench, toolbox: createToolbox(bench) }
}
