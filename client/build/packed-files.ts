import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this a packet on the network holds it anyway. */
const WORTH_IT = 1000
const packings = [
  { suffix: '.br', pack: promisify(brotliCompress), options: { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } } },
  { suffix: '.gz', pack: promisify(gzip), options: { level: 9 } },
] as const

/** Is this a packed copy of the file beside it? */
export const isPacked = (path: string): boolean => packings.some(({ suffix }) => path.endsWith(suffix))

/** Packs scripts and styles once, as well as can be; the server gives them out as they are. */
export function packedFiles(): Plugin {
  return {
    name: 'packed-files',
    async writeBundle({ dir = '' }) {
      const folder = join(dir, 'assets')
      const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))
      await Promise.all(files.map((name) => packFile(join(folder, name))))
    },
  }
}

async function packFile(path: string): Promise<void> {
  const bytes = readFileSync(path)
  if (bytes.length < WORTH_IT) return
  for (const { suffix, pack, options } of packings) writeFileSync(path + suffix, await pack(bytes, options))
}
