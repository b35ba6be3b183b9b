import { blankExtensions } from '@momentous/shared/priorities/blank-form'
import { Download, FileDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Checkbox.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { formFormatOrder, formFormats, type FormFormat, type FormWishes } from '../model/form-formats.ts'
import { openTakeHome } from '../model/take-home.ts'
import { useCell } from '../model/use-cell.ts'
import { useFormTable } from '../model/use-form-table.ts'
import { useHabits } from '../model/use-habits.ts'
import { useStatus } from '../model/use-store.ts'
import { fileWords, formatWords, offlineFile } from '../words/files.ts'
import { CopyTable } from './CopyTable.tsx'
import { ExportFormats } from './ExportFormats.tsx'
import { ExportPreview } from './ExportPreview.tsx'
import { useSaving } from './use-saving.ts'
import '../controls/field.css'
import './export-dialog.css'

const pictures: ReadonlySet<FormFormat> = new Set(['board-pdf', 'board-png', 'board-svg'])

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
  return (
    <Dialog
      title={fileWords.takeHome}
      size="large"
      onClose={onClose}
      foot={
        <>
          {table !== null && table.rows.length > 0 && <CopyTable table={table} />}
          {saving.late && (
            <Button look="tertiary" onClick={saving.cancel}>
              {fileWords.cancel}
            </Button>
          )}
          <Button
            look="primary"
            icon={<Download />}
            aria-busy={saving.late}
            refusal={refusal}
            onClick={() => void saving.save()}
          >
            {saving.late ? fileWords.writing : formatWords[format].save}
          </Button>
        </>
      }
    >
      <div className="export-dialog">
        <ExportFormats format={format} onFormat={(next) => takeHome.set({ format: next, wishes })} />
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
        <ExportPreview table={table} otherwise={pictures.has(format) ? fileWords.wholeWall : fileWords.wholeBoard} />
      </div>
    </Dialog>
  )
}

/** Why this file can't be had now; null when it can. */
function useOffline(format: FormFormat): string | null {
  const online = useStatus().state === 'online'
  if (online || formFormats[format].by === 'device') return null
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
