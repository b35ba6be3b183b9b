/**
 * Copies also where the page has no secure context (plain http in the office). `near` is an element of the same dialog:
 * the old way needs a selection, and a dialog lets nothing outside it be selected. False when the browser refuses.
 */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  try {
    if (!isSecureContext) return copyBySelection(text, near)
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text, near)
  }
}

function copyBySelection(text: string, near: HTMLElement): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'unseen'
  near.after(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    near.focus()
  }
}
