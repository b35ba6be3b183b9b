import type { ExportInput, Exporter } from '@momentous/shared/exports/exporter'

/** The planning form for Word: landscape, in the printed form's layout. Loads its library when the first one is asked for. */
export const docx = {
  id: 'docx',
  label: 'Word',
  of: 'form',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  write: writeDocx,
} as const satisfies Exporter

async function writeDocx(input: ExportInput): Promise<Uint8Array> {
  const [{ Packer }, { formDocument }, { sealed }, { formFacts }] = await Promise.all([
    import('docx'),
    import('./form-document.ts'),
    import('./sealed-docx.ts'),
    import('./form-facts.ts'),
  ])
  const { title, tables } = formFacts(input)
  return sealed(new Uint8Array(await Packer.toArrayBuffer(formDocument(input))), title, input.options.now, tables)
}
