import type { ShapeId } from '@momentous/shared/domain/id'
import { Copy, Download } from 'lucide-react'
import { use, useMemo, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { openPictureChoice, type PictureFormat } from '../model/picture-choice.ts'
import { useCell } from '../model/use-cell.ts'
import { useHabits } from '../model/use-habits.ts'
import { useStatus, useStore } from '../model/use-store.ts'
import { pictureFileWords as words, pictureFormatWords } from '../words/pictures.ts'
import { WallOnScreenContext } from './page-hands.ts'
import { PictureChoices } from './PictureChoices.tsx'
import { PicturePreview } from './PicturePreview.tsx'
import type { PictureWish } from './picture-file.ts'
import { everything, pictureParts, type PartName } from './picture-parts.ts'
import { useDrawnPicture } from './use-drawn-picture.ts'
import { usePictureSaving, type PictureSaving } from './use-picture-saving.ts'
import '../controls/field.css'
import './picture-dialog.css'

export interface PictureDialogProps {
  readonly token: string
  readonly onClose: () => void
}

/** Every picture of the board is made here: which part, as what kind of file, and how it will look. */
export function PictureDialog({ token, onClose }: PictureDialogProps) {
  const { device } = useHabits()
  const [choice] = useState(() => openPictureChoice(device))
  const chosen = useCell(choice)
  const { format, scale, pages, bare } = chosen
  const { part, setPart, area, setArea, drawn, offered } = usePart(chosen.part)
  const wish: PictureWish = {
    ...{ format, scale, pages },
    part: format === 'html' ? everything : drawn,
    bare: bare && (format === 'png' || format === 'svg'),
  }
  const picture = useDrawnPicture(token, wish.part)
  const saving = usePictureSaving(token, wish)
  return (
    <Dialog title={words.title} size="large" onClose={onClose} foot={<PictureFoot format={format} saving={saving} />}>
      <div className="picture-dialog">
        <PicturePreview picture={picture} bare={wish.bare} png={format === 'png' ? scale : null} />
        {saving.trouble !== null && (
          <p className="field-trouble" role="alert">
            {saving.trouble}
          </p>
        )}
        {saving.late && <ProgressBar label={words.working} value={saving.share} goal={1} />}
        <PictureChoices
          chosen={chosen}
          onChoose={(next) => choice.set({ ...choice.get(), ...next })}
          offered={offered}
          part={part}
          onPart={(next) => {
            setPart(next)
            if (next === 'all' || next === 'seen') choice.set({ ...choice.get(), part: next })
          }}
          area={area}
          onArea={setArea}
        />
      </div>
    </Dialog>
  )
}

/** What is selected, else what was taken last time. */
function usePart(lastTime: 'all' | 'seen') {
  const store = useStore()
  const wall = use(WallOnScreenContext).get()
  const [offered] = useState(() => pictureParts(wall, store.records.shapes.all()))
  const [part, setPart] = useState<PartName>(() => {
    if (offered.parts.selected !== undefined) return 'selected'
    return offered.parts[lastTime] === undefined ? 'all' : lastTime
  })
  const [area, setArea] = useState<ShapeId | null>(null)
  // Drawn anew when it is another part, and not each time that something is looked at.
  const drawn = useMemo(
    () => (part === 'area' ? offered.area(area) : (offered.parts[part] ?? everything)),
    [offered, part, area],
  )
  return { offered, part, setPart, area, setArea, drawn }
}

interface PictureFootProps {
  readonly format: PictureFormat
  readonly saving: PictureSaving
}

function PictureFoot({ format, saving }: PictureFootProps) {
  const offline = useStatus().state !== 'online' && format === 'pdf' ? words.offline : null
  return (
    <>
      {saving.late && (
        <Button look="tertiary" onClick={saving.stop}>
          {words.stop}
        </Button>
      )}
      {format === 'png' && !saving.late && (
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
    </>
  )
}
