import type { Importer } from './importer.ts'
import { csvImporter } from './read-csv.ts'
import { formJsonImporter } from './read-form-json.ts'
import { htmlImporter } from './read-html.ts'
import { markdownImporter } from './read-markdown.ts'

/** Every format of the form that is read without a heavy library. Add a format with one line. */
export const importers = {
  csv: csvImporter,
  'form-json': formJsonImporter,
  html: htmlImporter,
  markdown: markdownImporter,
} as const satisfies Record<string, Importer>

/**
 * Who reads this file: by its name's ending, else by what the sender calls it. Undefined when nobody does.
 */
export function importerFor(
  registry: Readonly<Record<string, Importer>>,
  file: { readonly name: string; readonly mediaType: string },
): Importer | undefined {
  const extension = /\.([a-z0-9]+)$/iu.exec(file.name)?.[1]?.toLowerCase()
  const mediaType = file.mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const all = Object.values(registry)
  return (
    all.find(({ extensions }) => extension !== undefined && extensions.includes(extension)) ??
    all.find(({ mediaTypes }) => mediaTypes.includes(mediaType))
  )
}
