import { Ellipsis, Image, Lasso, Move, Redo2, SquareDashedMousePointer, Undo2, type LucideIcon } from 'lucide-react'
import { Fragment, useState } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { useOneStop } from '../controls/one-stop.ts'
import { SMALL, TOUCH, useMedia } from '../controls/use-media.ts'
import { useCell } from '../model/use-cell.ts'
import type { Wall } from '../model/wall.ts'
import { arounds, type Around } from '../tools/bench.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { isOffered, toolOrder, tools, type ToolId } from '../tools/tools.ts'
import { toolWords } from '../words/canvas.ts'
import { imageWords } from '../words/shape-tools.ts'
import { toolIcons } from './tool-icons.ts'
import { useWall } from './use-wall.ts'
import './rail.css'

export interface RailProps {
  readonly wall: Wall
  readonly toolbox: Toolbox
}

/** The tools, at the wall's left edge, on a phone along the lower one. A participant, and a phone, start with the few that a session needs; an observer has none. */
export function Rail({ wall, toolbox }: RailProps) {
  const role = useWall(wall, ['session'], (each) => each.actor().role)
  const phase = useWall(wall, ['session'], (each) => each.session().phase)
  const held = useCell(toolbox.held)
  const [more, setMore] = useState(false)
  const small = useMedia(SMALL)
  const touch = useMedia(TOUCH)
  const oneStop = useOneStop()
  if (role === 'observer') return null
  const all = toolOrder.filter((id) => tools[id].roles.includes(role))
  const folds = (role === 'participant' || small) && all.some((id) => tools[id].extra)
  const shown = all.filter((id) => more || !folds || !tools[id].extra || id === held)
  return (
    <div
      {...oneStop}
      className="rail"
      role="toolbar"
      aria-orientation={small ? 'horizontal' : 'vertical'}
      aria-label={toolWords.rail}
    >
      {shown.map((id, index) => (
        <Fragment key={id}>
          {index > 0 && startsShelf(id, shown[index - 1]) && <span className="rail-line" />}
          <ToolButton
            id={id}
            held={held === id}
            useless={!isOffered(tools[id], role, phase)}
            onTake={() => toolbox.take(id)}
          />
          {id === 'connector' && <PictureButton toolbox={toolbox} useless={!isOffered(tools[id], role, phase)} />}
          {id === 'select' && touch && held === 'select' && <AroundButton around={toolbox.around} />}
        </Fragment>
      ))}
      {folds && (
        <IconButton
          large
          label={more ? toolWords.fewer : toolWords.more}
          icon={<Ellipsis aria-hidden />}
          aria-expanded={more}
          tipSide="right"
          onClick={() => setMore(!more)}
        />
      )}
      <span className="rail-line" />
      <HistoryButtons wall={wall} />
    </div>
  )
}

const aroundIcons: Readonly<Record<Around, LucideIcon>> = {
  wall: Move,
  rectangle: SquareDashedMousePointer,
  line: Lasso,
}

/** A finger has no Shift and no Alt: goes through what it may do on the bare wall. */
function AroundButton({ around }: { readonly around: Toolbox['around'] }) {
  const now = useCell(around)
  const Icon = aroundIcons[now]
  const next = arounds[(arounds.indexOf(now) + 1) % arounds.length] ?? 'wall'
  return (
    <IconButton
      large
      label={toolWords.around[now]}
      icon={<Icon aria-hidden />}
      pressed={now !== 'wall'}
      tipSide="right"
      onClick={() => around.set(next)}
    />
  )
}

function PictureButton({ toolbox, useless }: { readonly toolbox: Toolbox; readonly useless: boolean }) {
  return (
    <IconButton
      large
      label={imageWords.choose}
      icon={<Image aria-hidden />}
      tipSide="right"
      refusal={useless ? toolWords.notNow : null}
      onClick={toolbox.choosePictures}
      shortcut="I"
    />
  )
}

function startsShelf(id: ToolId, before: ToolId | undefined): boolean {
  return before !== undefined && tools[before].shelf !== tools[id].shelf
}

interface ToolButtonProps {
  readonly id: ToolId
  readonly held: boolean
  /** Nobody of this role may use it in this phase. */
  readonly useless: boolean
  readonly onTake: () => void
}

function ToolButton({ id, held, useless, onTake }: ToolButtonProps) {
  const { label, icon, shortcut } = tools[id]
  const Icon = toolIcons[icon]
  return (
    <IconButton
      large
      label={label}
      icon={<Icon aria-hidden />}
      pressed={held}
      tipSide="right"
      refusal={useless ? toolWords.notNow : null}
      onClick={onTake}
      {...(shortcut === null ? {} : { shortcut })}
    />
  )
}

function HistoryButtons({ wall }: { readonly wall: Wall }) {
  const canUndo = useWall(wall, ['history'], (each) => each.canUndo())
  const canRedo = useWall(wall, ['history'], (each) => each.canRedo())
  return (
    <>
      <IconButton
        large
        label={toolWords.undo}
        icon={<Undo2 aria-hidden />}
        tipSide="right"
        refusal={canUndo ? null : toolWords.nothingToUndo}
        onClick={() => wall.undo()}
      />
      {canRedo && (
        <IconButton
          large
          label={toolWords.redo}
          icon={<Redo2 aria-hidden />}
          tipSide="right"
          onClick={() => wall.redo()}
        />
      )}
    </>
  )
}
