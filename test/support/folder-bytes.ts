import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names of the files under `folder` in which these words lie, as anybody finds them who reads the disk byte by byte. */
export function filesWith(folder: string, words: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readIfThere(path).includes(words))
}

/** A file may go while the folder is read. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
