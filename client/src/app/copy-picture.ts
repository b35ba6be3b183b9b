import type { PictureWritten } from './picture-file.ts'

/** Puts a PNG on the clipboard; false where the browser or its person doesn't allow that. Begins while the press still counts. */
export async function copyPicture(write: () => Promise<PictureWritten>): Promise<boolean> {
  try {
    const png = write().then((written) => {
      if (written.state !== 'written') throw new Error('There is no picture.')
      return written.file.content
    })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    return false
  }
}
