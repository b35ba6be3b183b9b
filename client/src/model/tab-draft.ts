import { cell, type Cell } from './cell.ts'

/** Half-typed words that this tab keeps through a reload; where the browser keeps nothing they last as long as the page. */
export function tabDraft(of: string): Cell<string> {
  const key = `momentous.draft ${location.pathname} ${of}`
  const draft = cell(read(key))
  draft.subscribe(() => write(key, draft.get()))
  return draft
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, words: string): void {
  try {
    if (words === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, words)
  } catch {
    // The words are on the page all the same.
  }
}
