import type { Session } from '@momentous/shared/domain/session'
import { createRoot } from 'react-dom/client'
import { BoardStage } from '../../client/src/canvas/BoardStage.tsx'
import { Corner } from '../../client/src/canvas/Corner.tsx'
import { Minimap } from '../../client/src/canvas/Minimap.tsx'
import { PenTray } from '../../client/src/canvas/PenTray.tsx'
import { Rail } from '../../client/src/canvas/Rail.tsx'
import { canvasMeasure } from '../../client/src/canvas/paint-type.ts'
import { browserClock, createCamera } from '../../client/src/model/camera.ts'
import { createScene } from '@momentous/shared/scene/scene'
import { createSelection } from '../../client/src/model/selection.ts'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import { startTheme } from '../../client/src/theme/theme.ts'
import '../../client/src/theme/base.css'
import { createBench } from '../../client/src/tools/bench.ts'
import { createToolbox } from '../../client/src/tools/toolbox.ts'
import { fixturePictures } from '../support/fixture-pictures.ts'
import { liveBoard } from '../support/live-board.ts'
import { boardPictures } from '../support/board-pictures.ts'
import { liveWall } from '../support/live-wall.ts'

/** One wall with its controls and no server, for tests that look at pixels and hands. Query: phase, role. */
const query = new URLSearchParams(location.search)
const phase = (query.get('phase') ?? 'post') as Session['phase']
const role = query.get('role') === 'participant' ? 'participant' : 'facilitator'

startTheme()
const board = liveBoard({ phase, ...(phase === 'choose' ? { vote: { state: 'open', round: 1 } } : {}) })
const wall = liveWall(board, role)
const fitter = createTextFitter(canvasMeasure())
const scene = createScene(wall, fitter)
const shelf = fixturePictures(wall.say)
const bench = createBench({
  pictures: shelf.pictures,
  wall,
  scene,
  camera: createCamera(browserClock()),
  selection: createSelection(wall),
})
const toolbox = createToolbox(bench)
const pictures = boardPictures(board)
bench.camera.inset({ top: 150, right: 24, bottom: 130, left: 84 })

declare global {
  interface Window {
    fixture: {
      readonly board: typeof board
      readonly wall: typeof wall
      readonly bench: typeof bench
      readonly toolbox: typeof toolbox
      readonly fitter: typeof fitter
      readonly shelf: typeof shelf
      readonly pictures: typeof pictures
    }
  }
}
window.fixture = { board, wall, bench, toolbox, fitter, shelf, pictures }

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <main>
      <BoardStage bench={bench} toolbox={toolbox} />
      <div style={{ position: 'absolute', left: 12, top: 170 }}>
        <Rail wall={wall} toolbox={toolbox} />
      </div>
      <div style={{ position: 'absolute', left: 12, bottom: 16 }}>
        <Corner camera={bench.camera} scene={scene} onList={() => undefined} />
      </div>
      <div style={{ position: 'absolute', right: 12, bottom: 16 }}>
        <Minimap bench={bench} />
      </div>
      <div style={{ position: 'absolute', left: '50%', bottom: 16, translate: '-50%' }}>
        <PenTray desk={bench.desk} toolbox={toolbox} />
      </div>
    </main>,
  )
}
