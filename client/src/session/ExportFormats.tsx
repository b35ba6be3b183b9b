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
import { fileWords, formatGroups, formatWords } from '../words/files.ts'

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

const cardOf = (value: FormFormat) => {
  const Icon = icons[value]
  return { value, label: formatWords[value].label, note: formatWords[value].note, icon: <Icon /> }
}

const groups = (['form', 'actions', 'board'] as const).map((of) => ({
  of,
  cards: formFormatOrder.filter((value) => formFormats[value].of === of).map(cardOf),
}))

export interface ExportFormatsProps {
  readonly format: FormFormat
  readonly onFormat: (format: FormFormat) => void
}

/** The files that most people want and the one that was chosen; the others when they are asked for. By what they are of. */
export function ExportFormats({ format, onFormat }: ExportFormatsProps) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(format)
  const inSight = (value: FormFormat) => open || formFormats[value].first || value === format || value === chosen
  const fold = () => {
    setOpen(!open)
    setChosen(format)
  }
  return (
    <div className="export-formats" role="group" aria-label={fileWords.format}>
      {groups.map(({ of, cards }) => {
        const shown = cards.filter(({ value }) => inSight(value))
        if (shown.length === 0) return null
        const value = shown.some((card) => card.value === format) ? format : null
        return (
          <RadioCards key={of} label={formatGroups[of]} cards={shown} value={value} onChange={onFormat} ring="none" />
        )
      })}
      <Button
        look="tertiary"
        size="small"
        icon={open ? <ChevronUp /> : <ChevronDown />}
        aria-expanded={open}
        onClick={fold}
      >
        {open ? fileWords.fewer : fileWords.more}
      </Button>
    </div>
  )
}
