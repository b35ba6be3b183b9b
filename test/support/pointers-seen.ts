import { expect } from 'vitest'
import type { Seat } from './session-stage.ts'

/** Notes in each page of this person which kinds of pointer it hears of: before the first page is opened. */
export async function watchPointers({ context }: Seat): Promise<() => readonly string[]> {
  const kinds = new Set<string>()
  await context.exposeFunction('pointerSeen', (kind: string) => void kinds.add(kind))
  await context.addInitScript(() => {
    const { pointerSeen } = window as unknown as { pointerSeen: (kind: string) => void }
    for (const type of ['pointerdown', 'pointermove'] as const)
      addEventListener(type, ({ pointerType }) => pointerSeen(pointerType), { capture: true })
  })
  return () => [...kinds]
}

/** What has the focus, by its name; nothing while it is lost or can’t be seen. */
export function standsOn({ page }: Seat): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element, body } = document
    if (element === null || element === body) return ''
    const { outlineStyle, boxShadow } = getComputedStyle(element)
    const ring = outlineStyle !== 'none' || boxShadow !== 'none'
    return ring ? (element.getAttribute('aria-label') ?? element.textContent).trim() || element.tagName : ''
  })
}

/** The focus is somewhere, and one sees where. */
export async function showsFocus(seat: Seat): Promise<void> {
  await expect.poll(() => standsOn(seat)).not.toBe('')
}
