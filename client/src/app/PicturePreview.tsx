import { pixelsAt, scaleThatFits } from '@momentous/shared/drawing/picture-scale'
import { useEffect, useRef } from 'react'
import { paintPreview } from '../canvas/picture-canvas.ts'
import { pictureFileWords as words, pixelWords, reducedWords } from '../words/pictures.ts'
import type { DrawnPicture } from './use-drawn-picture.ts'

export interface PicturePreviewProps {
  readonly picture: DrawnPicture | null
  /** Without the wall behind it. */
  readonly bare: boolean
  /** How large a PNG is wished for; null for what has no pixels. */
  readonly png: number | null
}

/** The picture small, and how large it will be. */
export function PicturePreview({ picture, bare, png }: PicturePreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const shown = canvas.current
    if (!shown || !picture) return
    const { width, height } = shown.getBoundingClientRect()
    shown.width = Math.round(width * devicePixelRatio)
    shown.height = Math.round(height * devicePixelRatio)
    const { drawing, bitmaps } = picture
    paintPreview(shown, bare ? { ...drawing, ground: null } : drawing, bitmaps)
  }, [picture, bare])
  return (
    <div className="picture-preview" data-bare={bare}>
      <canvas ref={canvas} role="img" aria-label={words.preview} />
      <p className="t-small">{picture === null ? ' ' : sentenceOf(picture, png)}</p>
    </div>
  )
}

function sentenceOf({ drawing, lacks }: DrawnPicture, png: number | null): string {
  const lack = lacks ? ` ${words.withoutImages}` : ''
  if (png === null) return lack
  const scale = scaleThatFits(drawing.bounds, png)
  if (scale < png) return reducedWords(scale) + lack
  const { width, height } = pixelsAt(drawing.bounds, scale)
  return `${pixelWords(width, height)}.${lack}`
}
