/** What a file may hold at most. A form that people wrote is a hundredth of it. */
export const importBounds = {
  /** Of a form's file, as it comes. */
  bytes: 8 * 1024 * 1024,
  /** Of one part of a zipped file, unpacked; and of all that is read of it. */
  partBytes: 32 * 1024 * 1024,
  allBytes: 48 * 1024 * 1024,
  zipEntries: 2_000,
  /** Elements in each other. */
  depth: 120,
  rows: 5_000,
  columns: 100,
  /** UTF-16 units of one cell: what a spreadsheet's cell holds. */
  cell: 32_767,
  /** Of a whole board's file. */
  boardBytes: 32 * 1024 * 1024,
} as const
