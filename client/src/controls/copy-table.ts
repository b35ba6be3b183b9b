/** The same words for programs that know tables, and for those that know lines. */
export interface Copied {
  readonly html: string
  readonly plain: string
}

/**
 * Copies a table also where the page has no secure context (plain http in the office). `near` is an element of the same
 * dialog: the old way needs a selection, and a dialog lets nothing outside it be selected. False when the browser refuses.
 */
export async function copyTable(copied: Copied, near: HTMLElement): Promise<boolean> {
  try {
    if (!isSecureContext) return copyBySelection(copied, near)
    const parts = Object.entries({ 'text/html': copied.html, 'text/plain': copied.plain })
    const blobs = parts.map(([type, text]) => [type, new Blob([text], { type })] as const)
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
    return true
  } catch {
    return copyBySelection(copied, near)
  }
}

/** Something has to be selected for the browser to copy at all; what it copies is ours. */
function copyBySelection({ html, plain }: Copied, near: HTMLElement): boolean {
  const area = document.createElement('textarea')
  area.value = plain
  area.readOnly = true
  area.className = 'unseen'
  near.after(area)
  area.select()
  let filled = false
  const onCopy = (event: ClipboardEvent) => {
    event.stopImmediatePropagation()
    if (event.clipboardData === null) return
    event.clipboardData.setData('text/html', html)
    event.clipboardData.setData('text/plain', plain)
    event.preventDefault()
    filled = true
  }
  document.addEventListener('copy', onCopy, { capture: true })
  try {
    return document.execCommand('copy') && filled
  } catch {
    return false
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true })
    area.remove()
    near.focus()
  }
}
