import { ICON_GRID, iconOutlines, type DrawnIcon } from '@momentous/shared/drawing/icons'

const paths = new Map<DrawnIcon, Path2D>()

/** Draws the icon's lines in the current transform, its corner at (x, y). */
export function paintIcon(
  ctx: CanvasRenderingContext2D,
  icon: DrawnIcon,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  let path = paths.get(icon)
  if (!path) {
    path = new Path2D(iconOutlines[icon])
    paths.set(icon, path)
  }
  const scale = size / ICON_GRID
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(scale, scale)
  ctx.strokeStyle = colour
  ctx.lineWidth = 2
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.stroke(path)
  ctx.restore()
}
