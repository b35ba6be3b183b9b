import { blankExtensions } from '@momentous/shared/priorities/blank-form'
import { Download, FileDown, ImageDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Checkbox.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { formFormatOrder, formFormats, type FormFormat, type FormWishes } from '../model/form-formats.ts'
import { openPictureChoice, type PictureFormat } from '../model/picture-choice.ts'
import { openTakeHome } from '../model/take-home.ts'
import { useCell } from '../model/use-cell.ts'
import { useFormTable } from '../model/use-form-table.ts'
import { useHabits } from '../model/use-habits.ts'
import { useStatus } from '../model/use-store.ts'
import { fileWords, formatWords, offlineFile } from '../words/files.ts'
import { useBoardDialog } from './board-dialog.ts'
import { CopyTable } from './CopyTable.tsx'
import { ExportFormats } from './ExportFormats.tsx'
import { ExportPreview } from './ExportPreview.tsx'
import { useSaving, type Saving } from './use-saving.ts'
import '../controls/field.css'
import './export-dialog.css'

/** What is made in the dialog for pictures, and what it calls it. */
const pictures: Readonly<Partial<Record<FormFormat, PictureFormat>>> = {
  'board-page': 'html',
  'board-pdf': 'pdf',
  'board-png': 'png',
  'board-svg': 'svg',
}

export interface ExportDialogProps {
  readonly token: string
  readonly onClose: () => void
}

/** Which file, what is in it, and one button that names it. */
export function ExportDialog({ token, onClose }: ExportDialogProps) {
  const { device } = useHabits()
  const [takeHome] = useState(() => openTakeHome(device))
  const { format, wishes } = useCell(takeHome)
  const table = useFormTable(format, wishes)
  const saving = useSaving(token, format, wishes)
  const refusal = useOffline(format)
  const picture = pictures[format]
  const toPictures = useWayToPictures(onClose)
  return (
    <Dialog
      title={fileWords.takeHome}
      size="wide"
      onClose={onClose}
      foot={
        <>
          {table !== null && table.rows.length > 0 && <CopyTable table={table} />}
          <Take format={format} saving={saving} refusal={refusal} onPictures={toPictures} />
        </>
      }
    >
      <div className="export-dialog">
        <ExportFormats format={format} onFormat={(next) => takeHome.set({ format: next, wishes })} />
        <div className="export-what">
          {formFormats[format].of === 'form' && (
            <Wishes wishes={wishes} onWish={(part) => takeHome.set({ format, wishes: { ...wishes, ...part } })} />
          )}
          {formFormats[format].of === 'form' && blankExtensions.includes(formFormats[format].extension) && (
            <p className="export-dialog-blank t-small t-second">
              <Button size="small" icon={<FileDown />} refusal={refusal} onClick={() => void saving.save(true)}>
                {fileWords.blank}
              </Button>
              {fileWords.blankHint}
            </p>
          )}
          {saving.trouble !== null && (
            <p className="field-trouble" role="alert">
              {saving.trouble}
            </p>
          )}
          {saving.notice !== null && (
            <p className="t-small" role="status">
              {saving.notice}
            </p>
          )}
          <ExportPreview
            table={table}
            otherwise={picture === undefined || picture === 'html' ? fileWords.wholeBoard : fileWords.wholeWall}
          />
        </div>
      </div>
    </Dialog>
  )
}

interface TakeProps {
  readonly format: FormFormat
  readonly saving: Saving
  readonly refusal: string | null
  readonly onPictures: (format: PictureFormat) => void
}

/** The button that names the file, and a way out while that takes its time. */
function Take({ format, saving, refusal, onPictures }: TakeProps) {
  const picture = pictures[format]
  return (
    <>
      {saving.late && (
        <Button look="tertiary" onClick={saving.cancel}>
          {fileWords.cancel}
        </Button>
      )}
      <Button
        look="primary"
        icon={picture === undefined ? <Download /> : <ImageDown />}
        aria-busy={saving.late}
        refusal={refusal}
        onClick={() => (picture === undefined ? void saving.save() : onPictures(picture))}
      >
        {saving.late ? fileWords.writing : formatWords[format].save}
      </Button>
    </>
  )
}

/** Pictures are made in a dialog of their own, which begins with what was chosen here. */
function useWayToPictures(onClose: () => void): (format: PictureFormat) => void {
  const { device } = useHabits()
  const dialog = useBoardDialog()
  return (format) => {
    const choice = openPictureChoice(device)
    choice.set({ ...choice.get(), format })
    dialog.set('picture')
    onClose()
  }
}

/** Why this file can't be had now; null when it can. */
function useOffline(format: FormFormat): string | null {
  const online = useStatus().state === 'online'
  if (online || formFormats[format].by !== 'server') return null
  const others = formFormatOrder.filter((each) => formFormats[each].by === 'device' && formFormats[each].of === 'form')
  return offlineFile(
    formatWords[format].label,
    others.map((each) => formatWords[each].label),
  )
}

function Wishes(props: { readonly wishes: FormWishes; readonly onWish: (part: Partial<FormWishes>) => void }) {
  const { wishes, onWish } = props
  return (
    <div className="export-dialog-wishes">
      <Checkbox
        label={fileWords.shortlistFirst}
        checked={wishes.shortlistFirst}
        onChange={(shortlistFirst) => onWish({ shortlistFirst })}
      />
      <Checkbox label={fileWords.extended} checked={wishes.extended} onChange={(extended) => onWish({ extended })} />
      <Checkbox
        label={fileWords.allMoments}
        checked={wishes.allMoments}
        onChange={(allMoments) => onWish({ allMoments })}
      />
      {wishes.allMoments && (
        <Checkbox label={fileWords.untouched} checked={wishes.prompts} onChange={(prompts) => onWish({ prompts })} />
      )}
    </div>
  )
}
