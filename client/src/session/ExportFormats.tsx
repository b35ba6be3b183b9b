import {
  Archive,
  CalendarDays,
  ChevronDown,
  ChevronUp,
  FileJson,
  FileSpreadsheet,
  FileText,
  FileType,
  Globe,
  Image,
  ListChecks,
  PenTool,
  Printer,
  Sheet,
  Table2,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { formFormatOrder, formFormats, type FormFormat } from '../model/form-formats.ts'
import { fileWords, formatWords } from '../words/files.ts'

const icons: Readonly<Record<FormFormat, LucideIcon>> = {
  docx: FileText,
  pdf: Printer,
  xlsx: FileSpreadsheet,
  csv: Table2,
  html: Globe,
  markdown: FileType,
  'form-json': FileJson,
  'actions-calendar': CalendarDays,
  trello: ListChecks,
  jira: ListChecks,
  asana: ListChecks,
  planner: ListChecks,
  'board-page': Archive,
  'board-pdf': Printer,
  'board-png': Image,
  'board-svg': PenTool,
  'board-json': Sheet,
}

const cards = formFormatOrder.map((value) => {
  const Icon = icons[value]
  return { value, label: formatWords[value].label, note: formatWords[value].note, icon: <Icon /> }
})

export interface ExportFormatsProps {
  readonly format: FormFormat
  readonly onFormat: (format: FormFormat) => void
}

/** The files that most people want, and the others when they are asked for. */
export function ExportFormats({ format, onFormat }: ExportFormatsProps) {
  const [open, setOpen] = useState(() => !formFormats[format].first)
  const shown = cards.filter(({ value }) => open || formFormats[value].first || value === format)
  return (
    <div className="export-formats">
      <RadioCards
        label={fileWords.format}
        bare
        cards={shown}
        value={format}
        onChange={onFormat}
        ring="none"
        columns={2}
      />
      <Button
        look="tertiary"
        size="small"
        icon={open ? <ChevronUp /> : <ChevronDown />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? fileWords.fewer : fileWords.more}
      </Button>
    </div>
  )
}
