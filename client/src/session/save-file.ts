import type { WrittenFile } from '../model/form-file.ts'

const KEPT_MS = 60_000

/** Hands a file to the browser's downloads. */
export function saveFile({ name, content }: WrittenFile): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers begin to read only after the press.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
