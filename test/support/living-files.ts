import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Copies a file that others write meanwhile; one that has just gone is left out. Node's own copying never ends
 * (libuv asks for the rest of the bytes again and again) when the file becomes shorter under its hands, as a journal does.
 */
export function copyLivingFile(from: string, to: string): void {
  const bytes = readIfThere(from)
  if (bytes !== null) writeFileSync(to, bytes)
}

/** The folder and those below it, in the order in which the disk names them. */
export function copyLivingFolder(from: string, to: string, wanted: (name: string) => boolean): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (!wanted(entry.name)) continue
    if (entry.isDirectory()) copyLivingFolder(source, target, wanted)
    else copyLivingFile(source, target)
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
