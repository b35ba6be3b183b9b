import type { ExportInput, Exporter } from '@momentous/shared/exports/exporter'
import type { StoredWish } from './desk-work.ts'
import type { Wishes } from './wishes.ts'
import type { exporters } from './exporters.ts'

export type ExporterName = keyof typeof exporters

/** Somebody’s file of a large board. */
export interface FileWish extends StoredWish {
  readonly exporter: ExporterName
  readonly asked: Wishes
}

/** A file, the name of the board that it is of, and the signs that no font here has; or why there is none yet. */
export type MadeFile =
  | { readonly lack: string }
  | { readonly title: string; readonly written: string | Uint8Array; readonly undrawn: readonly string[] }

/** The same for every board; how it is written, and with which fonts, is for whoever asks. */
export async function madeFile(
  exporter: Exporter,
  input: ExportInput,
  undrawnIn: (input: ExportInput) => readonly string[],
  write: Exporter['write'] = exporter.write,
): Promise<MadeFile> {
  const lack = exporter.lacks?.(input) ?? null
  if (lack !== null) return { lack }
  const undrawn = exporter.extension === 'pdf' ? undrawnIn(input) : []
  return { title: input.form.title, written: await write(input), undrawn }
}
