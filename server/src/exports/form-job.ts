import type { ExportInput } from '@momentous/shared/exports/exporter'

export type PaperKind = 'pdf' | 'docx' | 'xlsx'

/** A document that somebody asked for, with all that is needed to write it in a thread of its own. */
export interface FormJob {
  readonly kind: PaperKind
  readonly input: ExportInput
}

/** What the thread answers. */
export type FormAnswer = { readonly bytes: Uint8Array } | { readonly problem: string }

/** Where cores are few, people who work on a board come before a file: how nice a thread is that writes one. */
export const BESIDE_PEOPLE = 10
