import type { ExportInput } from '@momentous/shared/exports/exporter'
import { sheetOf } from '@momentous/shared/exports/sheet'
import { detailsOf } from '@momentous/shared/exports/sheet-details'
import { Packer } from 'docx'
import { formDocument } from './form-document.ts'
import { formFacts } from './form-facts.ts'
import { sealed } from './sealed-docx.ts'

/** The finished file for Word. Equal boards at an equal time give equal bytes. */
export async function docxBytes(input: ExportInput): Promise<Uint8Array> {
  const { title, tables } = formFacts(input, detailsOf(sheetOf(input)))
  return sealed(new Uint8Array(await Packer.toArrayBuffer(formDocument(input))), title, input.options.now, tables)
}
