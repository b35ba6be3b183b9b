import type { Named } from './metrics.ts'

/** What Prometheus reads: the text format 0.0.4. It hasn't changed in ten years, so a library would be more to look after. */
export interface Family {
  readonly name: string
  readonly text: string
}

export interface Sample {
  readonly suffix?: string
  /** Only from a fixed set: each value is a row for ever. */
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
}

/** A metric with its rows; one of a histogram is a class, the sum or the count, by its suffix. */
export function exposed(
  [name, help]: Named,
  type: 'counter' | 'gauge' | 'histogram',
  samples: readonly Sample[],
): Family {
  const rows = samples.map(({ suffix = '', labels = {}, value }) => `${name}${suffix}${labelled(labels)} ${value}\n`)
  return { name, text: `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${rows.join('')}` }
}

function labelled(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(([key, value]) => `${key}="${value}"`)
  return parts.length === 0 ? '' : `{${parts.join(',')}}`
}
