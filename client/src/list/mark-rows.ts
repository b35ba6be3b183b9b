/** Rings rows of the list, opening what they are folded away in, and scrolls to the last of them. */
export function markRows(...rows: readonly string[]): void {
  unmarkRows()
  const found = rows.flatMap((row) => document.querySelector<HTMLElement>(`.list-main ${row}`) ?? [])
  for (const row of found) {
    row.closest('details')?.setAttribute('open', '')
    row.classList.add('list-found')
  }
  found.at(-1)?.scrollIntoView({ block: 'center' })
}

export function unmarkRows(): void {
  for (const row of document.querySelectorAll('.list-found')) row.classList.remove('list-found')
}
