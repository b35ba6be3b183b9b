import type { Sheet } from '@momentous/shared/exports/sheet'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { copyTable } from '../controls/copy-table.ts'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { copiedTable } from '../model/form-table.ts'
import { controlWords } from '../words/controls.ts'
import { fileWords } from '../words/files.ts'

/** The table for a letter, a document or a spreadsheet, without a file between. */
export function CopyTable({ table }: { readonly table: Pick<Sheet, 'headings' | 'rows'> }) {
  const [copied, setCopied] = useState<typeof table | null>(null)
  const [refused, setRefused] = useState(false)
  const { say } = useAnnouncer()
  const copy = async (near: HTMLElement) => {
    const done = await copyTable(copiedTable(table), near)
    setCopied(done ? table : null)
    setRefused(!done)
    say(done ? fileWords.tableCopied : fileWords.copyTroubled)
  }
  const fresh = copied === table
  return (
    <>
      {refused && <p className="field-trouble">{fileWords.copyTroubled}</p>}
      <Button icon={fresh ? <Check /> : <Copy />} onClick={(event) => void copy(event.currentTarget)}>
        {fresh ? controlWords.copied : fileWords.copyTable}
      </Button>
    </>
  )
}
