import { boardJson } from './board-json.ts'
import { calendar } from './calendar.ts'
import { csv } from './csv.ts'
import type { Exporter } from './exporter.ts'
import { formJson } from './form-json.ts'
import { markdown } from './markdown.ts'
import { xlsx } from './xlsx.ts'

/** Every format that needs no heavy library: works on the device, offline too. Add a format with one line. */
export const exporters = {
  xlsx,
  csv,
  markdown,
  'form-json': formJson,
  'board-json': boardJson,
  calendar,
} as const satisfies Record<string, Exporter>

/** The exporter behind `form.csv`, `board.json` ...; undefined when nobody writes that. */
export function exporterFor(
  registry: Readonly<Record<string, Exporter>>,
  of: Exporter['of'],
  extension: string,
): Exporter | undefined {
  return Object.values(registry).find((exporter) => exporter.of === of && exporter.extension === extension)
}
