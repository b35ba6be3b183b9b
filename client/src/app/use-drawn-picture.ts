import type { Drawing } from '@momentous/shared/drawing/drawing'
import type { DrawnPart } from '@momentous/shared/drawing/drawing-of'
import { useEffect, useState } from 'react'
import { bitmapsOf, boardDrawing, redactedBoard } from '../canvas/board-picture.ts'
import type { PictureBitmaps } from '../canvas/picture-canvas.ts'
import { pictureFiles } from '../model/picture-files.ts'
import { useStore } from '../model/use-store.ts'

export interface DrawnPicture {
  readonly drawing: Drawing
  readonly bitmaps: PictureBitmaps
  /** An image of the board isn't to be had now. */
  readonly lacks: boolean
}

/** This part of the board as it is now; null until it is drawn. */
export function useDrawnPicture(token: string, part: DrawnPart): DrawnPicture | null {
  const store = useStore()
  const [drawn, setDrawn] = useState<{ readonly part: DrawnPart; readonly picture: DrawnPicture } | null>(null)
  useEffect(() => {
    let wanted = true
    const show = (picture: DrawnPicture) => wanted && setDrawn({ part, picture })
    const draw = async () => {
      const board = redactedBoard(store)
      const drawing = await boardDrawing(board, part)
      const hashes = drawing.marks.flatMap((mark) => (mark.kind === 'picture' ? mark.hash : []))
      show({ drawing, bitmaps: new Map(), lacks: false })
      if (hashes.length === 0) return
      const bitmaps = await bitmapsOf(await pictureFiles({ board: store.board, token }, board))
      show({ drawing, bitmaps, lacks: hashes.some((hash) => !bitmaps.has(hash)) })
    }
    void draw().catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [store, token, part])
  return drawn?.picture ?? null
}
