import { delimited } from '@momentous/shared/imports/delimited'

/** The records of a pasted table (see there); null where quotes aren't used like that. */
export function cellsOf(text: string, separator: ',' | '\t', most: number): readonly (readonly string[])[] | null {
  const { records, broken } = delimited(text, separator, most)
  return broken === null ? records : null
}
