import type { ExportInput } from '@momentous/shared/exports/exporter'
import type { PaperKind } from './form-job.ts'

/** What a thread writes a document with. Only what a job needs is loaded. */
export const formWriters: Readonly<Record<PaperKind, (input: ExportInput) => Promise<Uint8Array>>> = {
  async pdf(input) {
    const [{ openFonts }, { formPdf }] = await Promise.all([import('./fonts.ts'), import('./pdf-form.ts')])
    return formPdf(input, openFonts())
  },
  async docx(input) {
    const { docxBytes } = await import('./docx-bytes.ts')
    return docxBytes(input)
  },
  async xlsx(input) {
    const { xlsx } = await import('@momentous/shared/exports/xlsx')
    return xlsx.write(input)
  },
}
