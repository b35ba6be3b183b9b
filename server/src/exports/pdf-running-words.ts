import { FORM_NAME } from '@momentous/shared/domain/planning-row'
import type { FormFacts } from './form-facts.ts'
import { decorate, drawLines, SHEET, SOFT_INK, TEXT_WIDTH, type Paper } from './pdf-paper.ts'
import type { Logo } from '@momentous/shared/exports/logo'
import type { Look } from './word-lines.ts'

const RUNNING: Look = { face: 'plain', size: 8.5 }
const HEADER_Y = 30
const FOOTER_Y = 562

const LOGO = { height: 26, width: 156, y: 24 } as const

/** What stands above and below every page: whose form it is, the form's name, the title, the page among the pages. */
export function writeRunningWords(paper: Paper, { title, firm, logo }: FormFacts): void {
  const { count } = paper.pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    paper.pdf.switchToPage(page)
    decorate(paper, 'Pagination', () => {
      const beside = logo === null ? 0 : drawLogo(paper, logo)
      if (firm !== '') write(paper, firm, HEADER_Y, 'left', beside)
      write(paper, FORM_NAME, HEADER_Y, 'right')
      write(paper, title, FOOTER_Y, 'left')
      write(paper, `${page + 1} / ${count}`, FOOTER_Y, 'right')
    })
  }
}

/** How much room it took. A file that can't be read after all leaves the form without a picture. */
function drawLogo({ pdf }: Paper, { bytes, width, height }: Logo): number {
  const scale = Math.min(LOGO.height / height, LOGO.width / width)
  try {
    pdf.image(Buffer.from(bytes), SHEET.left, LOGO.y, { width: width * scale, height: height * scale })
    return width * scale + 8
  } catch {
    return 0
  }
}

function write(paper: Paper, text: string, y: number, side: 'left' | 'right', beside = 0): void {
  const [line] = paper.words.lines(text, RUNNING, TEXT_WIDTH * 0.6)
  if (line === undefined) return
  const x = side === 'left' ? SHEET.left + beside : SHEET.right - line.width
  drawLines(paper, [{ ...line, rightToLeft: false }], RUNNING, { x, y, width: line.width }, SOFT_INK)
}
