import { Download, FileJson, FileSpreadsheet, FileText, FileType, Sheet, Table2, type LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Checkbox.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { formFile, formFormatOrder, formFormats, type FormFormat, type FormWishes } from '../model/form-file.ts'
import { useStatus, useStore } from '../model/use-store.ts'
import { formWords, formatWords } from '../words/form.ts'
import { saveFile } from './save-file.ts'
import './export-dialog.css'

const icons: Readonly<Record<FormFormat, LucideIcon>> = {
  docx: FileText,
  xlsx: FileSpreadsheet,
  csv: Table2,
  md: FileType,
  json: FileJson,
  board: Sheet,
}

const cards = formFormatOrder.map((value) => {
  const Icon = icons[value]
  return { value, label: formatWords[value].label, note: formatWords[value].note, icon: <Icon /> }
})

const LATE_MS = 300

export interface ExportDialogProps {
  readonly token: string
  readonly onClose: () => void
}

/** Which file, what is in it, and one button that names it. */
export function ExportDialog({ token, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<FormFormat>('docx')
  const [wishes, setWishes] = useState<FormWishes>({ shortlistFirst: true, extended: false, allMoments: false })
  const saving = useSaving(token, format, wishes)
  const offline = useStatus().state !== 'online' && formFormats[format].by === 'server'
  const wish = (part: Partial<FormWishes>) => setWishes({ ...wishes, ...part })
  return (
    <Dialog title={formWords.takeHome} onClose={onClose}>
      <div className="export-dialog">
        <RadioCards
          label={formWords.format}
          bare
          cards={cards}
          value={format}
          onChange={setFormat}
          ring="none"
          columns={2}
        />
        {saving.trouble !== null && (
          <p className="field-trouble" role="alert">
            {saving.trouble}
          </p>
        )}
        <div className="export-dialog-foot">
          {format !== 'board' && <Wishes wishes={wishes} onWish={wish} />}
          <Button
            look="primary"
            icon={<Download />}
            aria-busy={saving.late}
            refusal={offline ? formWords.offlineWord : null}
            onClick={() => void saving.save()}
          >
            {saving.late ? formWords.writing : formatWords[format].save}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Wishes(props: { readonly wishes: FormWishes; readonly onWish: (part: Partial<FormWishes>) => void }) {
  const { wishes, onWish } = props
  return (
    <>
      <Checkbox
        label={formWords.shortlistFirst}
        checked={wishes.shortlistFirst}
        onChange={(shortlistFirst) => onWish({ shortlistFirst })}
      />
      <Checkbox label={formWords.extended} checked={wishes.extended} onChange={(extended) => onWish({ extended })} />
      <Checkbox
        label={formWords.allMoments}
        checked={wishes.allMoments}
        onChange={(allMoments) => onWish({ allMoments })}
      />
    </>
  )
}

function useSaving(token: string, format: FormFormat, wishes: FormWishes) {
  const store = useStore()
  const { say } = useAnnouncer()
  const [busy, setBusy] = useState(false)
  const [late, setLate] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    if (!busy) return undefined
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [busy])
  const save = async () => {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    const written = await formFile(store, token, format, wishes)
    setBusy(false)
    if (!written.ok) return setTrouble(written.reason ?? formWords.notWritten)
    saveFile(written.file)
    return say(formWords.saved)
  }
  return { late, trouble, save }
}
