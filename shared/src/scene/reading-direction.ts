const FROM_RIGHT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Is a text read from right to left? Its first letter says so. */
export function readsFromRight(text: string): boolean {
  return FROM_RIGHT.test(text)
}
