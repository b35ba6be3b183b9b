import type { DrawnPart } from '@momentous/shared/drawing/drawing-of'
import { Copy, Download, FileArchive, FileImage, FileText, Shapes, type LucideIcon } from 'lucide-react'
import { use, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { useStatus } from '../model/use-store.ts'
import type { WallHands } from '../tools/wall-offers.ts'
import { pictureFileWords as words, pictureFormatWords } from '../words/pictures.ts'
import { WallOnScreenContext } from './page-hands.ts'
import { PicturePreview } from './PicturePreview.tsx'
import { pictureFormats, type PictureFormat, type PictureWish } from './picture-file.ts'
import { useDrawnPicture } from './use-drawn-picture.ts'
import { usePictureSaving, type PictureSaving } from './use-picture-saving.ts'
import '../controls/field.css'
import './picture-dialog.css'

const icons: Readonly<Record<PictureFormat, LucideIcon>> = {
  png: FileImage,
  svg: Shapes,
  pdf: FileText,
  html: FileArchive,
}
const cards = pictureFormats.map((value) => {
  const Icon = icons[value]
  return { value, ...pictureFormatWords[value], icon: <Icon /> }
})
const scales = ['1', '2', '3', '4'].map((value) => ({ value, label: `${value}×` }))
const papers = [
  { value: 'one', label: words.onePage },
  { value: 'many', label: words.manyPages },
] as const

type PartName = keyof typeof words.parts

export interface PictureDialogProps {
  readonly token: string
  readonly onClose: () => void
}

/** Which part of the board, as what kind of file, and how it will look. */
export function PictureDialog({ token, onClose }: PictureDialogProps) {
  const wall = use(WallOnScreenContext).get()
  const [parts] = useState(() => partsOf(wall))
  const [part, setPart] = useState<PartName>(parts.selected === undefined ? 'all' : 'selected')
  const [format, setFormat] = useState<PictureFormat>('png')
  const [scale, setScale] = useState('2')
  const [pages, setPages] = useState<'one' | 'many'>('one')
  const drawn = parts[part] ?? everything
  const wish: PictureWish = { format, part: format === 'html' ? everything : drawn, scale: Number(scale), pages }
  const picture = useDrawnPicture(token, wish.part)
  const saving = usePictureSaving(token, wish)
  const choices = (Object.keys(words.parts) as PartName[]).filter((name) => parts[name] !== undefined)
  return (
    <Dialog title={words.title} size="large" onClose={onClose}>
      <div className="picture-dialog">
        <PicturePreview picture={picture} png={format === 'png' ? Number(scale) : null} />
        {choices.length > 1 && format !== 'html' && (
          <Segmented
            label={words.part}
            segments={choices.map((value) => ({ value, label: words.parts[value] }))}
            value={part}
            onChange={setPart}
          />
        )}
        <RadioCards
          label={words.format}
          bare
          cards={cards}
          value={format}
          onChange={setFormat}
          ring="none"
          columns={2}
        />
        {format === 'png' && <Segmented label={words.scale} segments={scales} value={scale} onChange={setScale} />}
        {format === 'pdf' && <Segmented label={words.pages} segments={papers} value={pages} onChange={setPages} />}
        <PictureFoot format={format} saving={saving} />
      </div>
    </Dialog>
  )
}

interface PictureFootProps {
  readonly format: PictureFormat
  readonly saving: PictureSaving
}

/** What went wrong, how far it is, and the deeds. */
function PictureFoot({ format, saving }: PictureFootProps) {
  const offline = useStatus().state !== 'online' && format === 'pdf' ? words.offline : null
  return (
    <>
      {saving.trouble !== null && (
        <p className="field-trouble" role="alert">
          {saving.trouble}
        </p>
      )}
      <div className="picture-dialog-foot">
        {saving.late && (
          <div className="picture-dialog-progress">
            <ProgressBar label={words.working} value={saving.share} goal={1} />
            <Button onClick={saving.stop}>{words.stop}</Button>
          </div>
        )}
        {format === 'png' && (
          <Button icon={<Copy />} onClick={() => void saving.copy()}>
            {words.copy}
          </Button>
        )}
        <Button
          look="primary"
          icon={<Download />}
          aria-busy={saving.late}
          refusal={offline}
          onClick={() => void saving.save()}
        >
          {saving.late ? words.working : pictureFormatWords[format].save}
        </Button>
      </div>
    </>
  )
}

const everything: DrawnPart = { of: 'all' }

/** What can be drawn from where somebody stands now: on a phone's list there is no view and no selection. */
function partsOf(wall: WallHands | null): Readonly<Partial<Record<PartName, DrawnPart>>> {
  if (wall === null) return { all: everything }
  const { camera, selection } = wall.bench
  const pieces = new Set(selection.pieces())
  return {
    all: everything,
    seen: { of: 'area', area: camera.visible() },
    ...(pieces.size === 0 ? {} : { selected: { of: 'pieces', pieces } }),
  }
}
