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
  /** Of all cells together. A workbook says one text in each cell and keeps it once, so that its size tells nothing. */
  allCells: 8_000_000,
  /** What a plan lists, and the changes of the board behind it. */
  planned: 20_000,
  plannedChanges: 60_000,
  /** Of what a list only shows of the file. */
  shown: 500,
  /** The same where a person decides by it: an assessment's text is shown whole. */
  decided: 2_000,
  /** Of a whole board's file. */
  boardBytes: 32 * 1024 * 1024,
} as const
