import { Keyboard, List, Maximize, Minus, Plus } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { SMALL, useMedia } from '../controls/use-media.ts'
import type { Camera } from '../model/camera.ts'
import type { Scene } from '@momentous/shared/scene/scene'
import { cornerWords, percent } from '../words/canvas.ts'
import { boardMenuWords } from '../words/board-menu.ts'
import './corner.css'

export interface CornerProps {
  readonly camera: Camera
  readonly scene: Scene
  readonly onList: () => void
  readonly onShortcuts?: () => void
  /** The way to what was taken off the wall. */
  readonly bin?: ReactNode
}

/** How much one press of plus or minus enlarges. */
const STEP = 1.25

/** The wall's lower left: over to the list, and how large everything is. Where room is short, two fingers zoom. */
export function Corner({ camera, scene, onList, onShortcuts, bin }: CornerProps) {
  const small = useMedia(SMALL)
  const fit = () => {
    const bounds = scene.bounds()
    if (bounds) camera.fit(bounds)
  }
  return (
    <div className="corner" role="group" aria-label={cornerWords.corner}>
      <button
        type="button"
        className="corner-list"
        aria-label={cornerWords.list}
        onClick={onList}
        aria-keyshortcuts="Shift+L"
      >
        <List aria-hidden />
        <span>{cornerWords.list}</span>
      </button>
      <span className="corner-line" />
      {!small && <Zoom camera={camera} />}
      <IconButton label={cornerWords.fit} icon={<Maximize aria-hidden />} shortcut="1" onClick={fit} />
      {bin}
      {onShortcuts && !small && (
        <IconButton
          label={boardMenuWords.shortcuts}
          icon={<Keyboard aria-hidden />}
          shortcut="?"
          onClick={onShortcuts}
        />
      )}
    </div>
  )
}

/** So often the figure follows while somebody zooms: nobody reads it in every frame, and the page would be laid out in each. */
const FOLLOW_MS = 100

function useZoom(camera: Camera): number {
  const [zoom, setZoom] = useState(() => camera.view().zoom)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const take = () => {
      timer = undefined
      setZoom(camera.view().zoom)
    }
    const leave = camera.subscribe(() => {
      timer ??= setTimeout(take, FOLLOW_MS)
    })
    take()
    return () => {
      leave()
      clearTimeout(timer)
    }
  }, [camera])
  return zoom
}

function Zoom({ camera }: Pick<CornerProps, 'camera'>) {
  const zoom = useZoom(camera)
  const zoomBy = (factor: number) => camera.zoomTo(camera.view().zoom * factor)
  return (
    <>
      <IconButton label={cornerWords.smaller} icon={<Minus aria-hidden />} onClick={() => zoomBy(1 / STEP)} />
      <button
        type="button"
        className="corner-zoom t-figures"
        aria-label={`${percent(zoom)}. ${cornerWords.fullSize}`}
        onClick={() => camera.zoomTo(1)}
      >
        {percent(zoom)}
      </button>
      <IconButton label={cornerWords.larger} icon={<Plus aria-hidden />} onClick={() => zoomBy(STEP)} />
      <span className="corner-line" />
    </>
  )
}
