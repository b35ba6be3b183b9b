import type { BoxMark, DiscMark, Drawing, Mark, PathMark, PictureMark, WordsMark } from './drawing.ts'

/** What paints: a canvas of the browser's, or one of the server's. Colours and words are set as on both. */
export interface Brush<Path, Picture> {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: unknown
  lineJoin: unknown
  globalAlpha: number
  globalCompositeOperation: unknown
  font: string
  textAlign: unknown
  textBaseline: unknown
  direction: unknown
  imageSmoothingQuality?: unknown
  save(): void
  restore(): void
  translate(x: number, y: number): void
  scale(x: number, y: number): void
  beginPath(): void
  rect(x: number, y: number, w: number, h: number): void
  roundRect(x: number, y: number, w: number, h: number, corner: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  clip(): void
  fill(): void
  fill(path: Path): void
  stroke(): void
  stroke(path: Path): void
  setLineDash(dash: number[]): void
  fillRect(x: number, y: number, w: number, h: number): void
  fillText(text: string, x: number, y: number): void
  drawImage(picture: Picture, x: number, y: number, w: number, h: number): void
}

/** What a brush needs of its surroundings. */
export interface Paintbox<Path, Picture> {
  pathOf(outline: string): Path
  /** Undefined where the file isn't at hand. */
  pictureOf(hash: string): Picture | undefined
  fontOf(weight: number, size: number): string
}

/** Paints a drawing's marks from the one at `from`, so many at once as one likes: the brush is at the drawing's scale. */
export function paintMarks<Path, Picture>(
  brush: Brush<Path, Picture>,
  { marks }: Pick<Drawing, 'marks'>,
  paintbox: Paintbox<Path, Picture>,
  [from, to]: readonly [from: number, to: number] = [0, marks.length],
): void {
  for (let at = from; at < Math.min(to, marks.length); at++) {
    const mark = marks[at]
    if (mark) paintMark(brush, mark, paintbox)
  }
}

export function paintMark<Path, Picture>(
  brush: Brush<Path, Picture>,
  mark: Mark,
  paintbox: Paintbox<Path, Picture>,
): void {
  if (mark.kind === 'words') paintWords(brush, mark, paintbox)
  else if (mark.kind === 'picture') paintPicture(brush, mark, paintbox)
  else if (mark.kind === 'path') paintPath(brush, mark, paintbox.pathOf(mark.outline))
  else paintForm(brush, mark)
}

function paintWords<Path, Picture>(
  brush: Brush<Path, Picture>,
  { text, x, y, size, weight, colour, rightToLeft, align }: WordsMark,
  { fontOf }: Paintbox<Path, Picture>,
): void {
  brush.font = fontOf(weight, size)
  brush.fillStyle = colour
  brush.textBaseline = 'alphabetic'
  brush.textAlign = align === 'middle' ? 'center' : rightToLeft ? 'right' : 'left'
  brush.direction = rightToLeft ? 'rtl' : 'ltr'
  brush.fillText(text, x, y)
  brush.textAlign = 'left'
  brush.direction = 'ltr'
}

function paintForm<Path, Picture>(brush: Brush<Path, Picture>, mark: BoxMark | DiscMark): void {
  const { fill, line, strength = 1 } = mark
  brush.globalAlpha = strength
  if (mark.kind === 'box' && mark.corner === 0 && line === null) {
    brush.fillStyle = fill ?? 'transparent'
    brush.fillRect(mark.x, mark.y, mark.w, mark.h)
  } else {
    brush.beginPath()
    if (mark.kind === 'disc') brush.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI)
    else if (mark.corner === 0) brush.rect(mark.x, mark.y, mark.w, mark.h)
    else brush.roundRect(mark.x, mark.y, mark.w, mark.h, mark.corner)
    if (fill !== null) {
      brush.fillStyle = fill
      brush.fill()
    }
    if (line !== null) {
      setLine(brush, line)
      brush.stroke()
    }
  }
  brush.globalAlpha = 1
}

function setLine<Path, Picture>(brush: Brush<Path, Picture>, line: NonNullable<PathMark['line']>): void {
  brush.strokeStyle = line.colour
  brush.lineWidth = line.width
  brush.lineCap = line.round ? 'round' : 'butt'
  brush.lineJoin = line.round ? 'round' : 'miter'
  brush.setLineDash([...(line.dash ?? [])])
}

function paintPath<Path, Picture>(brush: Brush<Path, Picture>, mark: PathMark, path: Path): void {
  const { x, y, scale, fill, line, strength = 1, blend = false } = mark
  brush.save()
  brush.translate(x, y)
  if (scale !== 1) brush.scale(scale, scale)
  brush.globalAlpha = strength
  if (blend) brush.globalCompositeOperation = 'multiply'
  if (fill !== null) {
    brush.fillStyle = fill
    brush.fill(path)
  }
  if (line !== null) {
    setLine(brush, line)
    brush.stroke(path)
  }
  brush.restore()
}

function paintPicture<Path, Picture>(
  brush: Brush<Path, Picture>,
  { x, y, w, h, corner, hash, instead }: PictureMark,
  { pictureOf }: Paintbox<Path, Picture>,
): void {
  const picture = pictureOf(hash)
  brush.save()
  brush.beginPath()
  brush.roundRect(x, y, w, h, corner)
  brush.clip()
  if (picture === undefined) {
    brush.fillStyle = instead
    brush.fillRect(x, y, w, h)
  } else {
    brush.imageSmoothingQuality = 'high'
    brush.drawImage(picture, x, y, w, h)
  }
  brush.restore()
}
