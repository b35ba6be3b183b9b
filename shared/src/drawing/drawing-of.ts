import type { PieceId } from '../domain/piece.ts'
import type { RedactedBoard } from '../exports/redact.ts'
import { around, grow, type Rect } from '../scene/geometry.ts'
import type { SceneNote } from '../scene/note-layout.ts'
import { compareLying, onShelf } from '../scene/piece-scene.ts'
import { createScene, type Scene, type ScenePiece } from '../scene/scene.ts'
import type { TextFitter } from '../scene/text-layout.ts'
import type { Add, Drawing, Mark, MeasureWords } from './drawing.ts'
import { inkMarks } from './ink-marks.ts'
import { lightPalette } from './light-tokens.ts'
import { chosen, picturedFacts, type PicturedFacts } from './note-facts.ts'
import { noteMarks } from './note-marks.ts'
import { areaMarks, connectorMarks, imageMarks, textMarks } from './shape-marks.ts'
import { stillBoard } from './still-board.ts'
import { dotMarks, stageMarks, timelineMarks } from './timeline-marks.ts'

/** What of the board is drawn: everything, what lies in a rectangle, or some pieces without the wall behind them. */
export type DrawnPart =
  | { readonly of: 'all' }
  | { readonly of: 'area'; readonly area: Rect }
  | { readonly of: 'pieces'; readonly pieces: ReadonlySet<PieceId> }

/** How words are measured: as they will be written. */
export interface Lettered {
  readonly fitter: TextFitter
  readonly measure: MeasureWords
}

/** Bare wall around everything, and around a few pieces. */
const MARGIN = { all: 40, pieces: 16 } as const
/** The arrow of the timeline and its numbers reach so far above and below it. */
const LINE_REACH = 14
/** Nothing lies further away. */
const FAR = 1e12
const LINE = onShelf('timeline', 0)
const nobody: ReadonlySet<string> = new Set()

/**
 * The picture of a board, always by daylight: what everybody may see of it, and nothing of this screen - no pointers, no
 * selection, no votes of one's own.
 */
export function drawingOf(board: RedactedBoard, part: DrawnPart, lettered: Lettered): Drawing {
  const source = stillBoard(board)
  const scene = createScene(source, lettered.fitter)
  const marks: Mark[] = []
  const add: Add = (mark) => marks.push(mark)
  const addPiece = pieceMarks({ facts: picturedFacts(source), measure: lettered.measure, add })
  const pieces = piecesOf(scene, part)
  if (part.of === 'pieces') pieces.forEach(addPiece)
  else {
    const line = pieces.findIndex((piece) => piece.z === null && piece.lies > LINE)
    const under = line === -1 ? pieces.length : line
    const notes = pieces.filter((piece): piece is SceneNote => piece.kind === 'note')
    pieces.slice(0, under).forEach(addPiece)
    stageMarks(scene.stages(), lightPalette, add)
    timelineMarks(scene, notes, lightPalette, add)
    dotMarks(scene, chosen(source) ?? nobody, lightPalette, add)
    pieces.slice(under).forEach(addPiece)
  }
  return { title: board.session.title, bounds: boundsOf(scene, pieces, part), ground: lightPalette.paper, marks }
}

function piecesOf(scene: Scene, part: DrawnPart): readonly ScenePiece[] {
  if (part.of === 'area') return scene.paintedIn(grow(part.area, 1))
  if (part.of === 'all') return scene.paintedIn(everywhere)
  return Array.from(part.pieces)
    .flatMap((id) => scene.piece(id) ?? [])
    .toSorted(compareLying)
}

function boundsOf(scene: Scene, pieces: readonly ScenePiece[], part: DrawnPart): Rect {
  if (part.of === 'area') return part.area
  const rects = pieces.map((piece) => (piece.kind === 'note' ? (around([piece.rect]) ?? piece.rect) : piece.bounds))
  if (part.of === 'pieces') return grow(around(rects) ?? nowhere, MARGIN.pieces)
  const { from, to } = scene.axis()
  const line = { x: from, y: -LINE_REACH, w: to - from, h: 2 * LINE_REACH }
  const stages = scene.stages().map(({ bounds }) => bounds)
  return grow(around([line, ...stages, ...rects]) ?? line, MARGIN.all)
}

const nowhere: Rect = { x: 0, y: 0, w: 0, h: 0 }
const everywhere: Rect = { x: -FAR, y: -FAR, w: 2 * FAR, h: 2 * FAR }

interface Drawer {
  readonly facts: (note: SceneNote) => PicturedFacts
  readonly measure: MeasureWords
  readonly add: Add
}

/** Another kind of piece is one more line here: it does not compile without. */
function pieceMarks({ facts, measure, add }: Drawer): (piece: ScenePiece) => void {
  return (piece) => {
    switch (piece.kind) {
      case 'note':
        return noteMarks(piece, facts(piece), { palette: lightPalette, measure }, add)
      case 'stroke':
        return inkMarks(piece.stroke, lightPalette, add)
      case 'text':
        return textMarks(piece, lightPalette, add)
      case 'area':
        return areaMarks(piece, lightPalette, add)
      case 'connector':
        return connectorMarks(piece, lightPalette, add)
      case 'image':
        return imageMarks(piece, lightPalette, add)
    }
  }
}
