import type { Exporter } from '@momentous/shared/exports/exporter'
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { workAtDesk } from './desk-work.ts'
import { exporters } from './exporters.ts'
import { madeFile, type ExporterName, type FileWish, type MadeFile } from './file-job.ts'
import { BESIDE_PEOPLE } from './form-job.ts'
import { formWriters } from './form-writers.ts'
import { openUndrawn } from './undrawn.ts'
import { wishedInput } from './wishes.ts'

/** Documents are written here, not in one more thread. */
const writers: Readonly<Partial<Record<ExporterName, Exporter['write']>>> = formWriters

/** The entry of a thread that writes one file of a large board. */
if (parentPort !== null) {
  // On Linux this is for the thread that says it; elsewhere it would be for the whole server.
  if (process.platform === 'linux') setPriority(BESIDE_PEOPLE)
  workAtDesk<FileWish, MadeFile>(parentPort, {
    needs: ({ session }) => (session.logo === null ? [] : [session.logo]),
    async make({ board: id, exporter: name, asked, now }, board, images) {
      const { logo } = board.session
      const picture = logo === null ? null : (images.get(logo)?.bytes ?? null)
      const input = wishedInput(id, board, asked, now, picture)
      const file = await madeFile(exporters[name], input, openUndrawn(), writers[name])
      if ('lack' in file || typeof file.written !== 'string') return file
      return { ...file, written: new TextEncoder().encode(file.written) }
    },
  })
}
