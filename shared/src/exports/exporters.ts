import { actionsCalendar } from './actions-calendar.ts'
import { boardJson } from './board-json.ts'
import { calendar } from './calendar.ts'
import { csv } from './csv.ts'
import type { Exporter } from './exporter.ts'
import { formJson } from './form-json.ts'
import { asana, jira, planner, trello } from './hand-offs.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { xlsx } from './xlsx.ts'

/** Every format that needs no heavy library: works on the device, offline too. Add a format with one line. */
export const exporters = {
  xlsx,
  csv,
  html,
  markdown,
  'form-json': formJson,
  'board-json': boardJson,
  calendar,
  'actions-calendar': actionsCalendar,
  trello,
  jira,
  asana,
  planner,
} as const satisfies Record<string, Exporter>

/** The first part of the name of the file that an exporter writes: `form` of `form.csv`. */
export function stemOf({ of, stem = of }: Exporter): string {
  return stem
}

/** The exporter behind `form.csv`, `board.json` ...; undefined when nobody writes that. */
export function exporterFor(
  registry: Readonly<Record<string, Exporter>>,
  stem: string,
  extension: string,
): Exporter | undefined {
  return Object.values(registry).find((exporter) => stemOf(exporter) === stem && exporter.extension === extension)
}
