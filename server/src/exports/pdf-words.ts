import type PDFDocument from 'pdfkit'
import type { FontPart } from './fonts.ts'
import type { Line } from './word-lines.ts'

/** Draws a line in a size with its baseline at y. */
export type WordPen = (line: Line, size: number, x: number, y: number) => void

/** A pen for one document, which embeds the signs that it wrote and no others. */
export function wordPen(pdf: InstanceType<typeof PDFDocument>): WordPen {
  const embedded = new Set<string>()
  const take = ({ key, bytes }: FontPart) => {
    if (!embedded.has(key)) pdf.registerFont(key, bytes)
    embedded.add(key)
    pdf.font(key)
  }
  return (line, size, x, y) => {
    for (const piece of line.pieces) {
      take(piece.part)
      // With features of its own a piece is shaped as a whole, else word by word from the left.
      const whole = piece.rightToLeft ? { features: [] } : {}
      pdf.fontSize(size).text(piece.text, x + piece.x, y, { lineBreak: false, baseline: 'alphabetic', ...whole })
    }
  }
}
