import type PDFDocument from 'pdfkit'
import type { Face } from './font-families.ts'
import type { Fonts } from './fonts.ts'
import { wordPen, type WordPen } from './pdf-words.ts'
import { typesetter, type Line, type Look, type Typesetter } from './word-lines.ts'

export type Pdf = InstanceType<typeof PDFDocument>
export type Tag = ReturnType<Pdf['struct']>

/** A4 lying on its long side, in points; what the margins leave is for the text. */
export const SHEET = { width: 841.89, height: 595.28, left: 42, right: 799.89, top: 64, bottom: 548 } as const
export const TEXT_WIDTH = SHEET.right - SHEET.left
const LEADING = 1.32

export const INK = '#26231d'
export const SOFT_INK = '#5c564b'

/** A document that is written from top to bottom, and the place where it goes on. */
export interface Paper {
  readonly pdf: Pdf
  readonly words: Typesetter
  readonly pen: WordPen
  /** The tag that everything else stands in. */
  readonly document: Tag
  /** From the top of the page, in points. */
  y: number
}

/** What an opened paper needs to know before its first word. */
export interface PaperFacts {
  readonly title: string
  readonly now: number
  /** Everything that will be written, so that its fonts are there. */
  readonly texts: Readonly<Record<Face, Iterable<string>>>
}

export async function openPaper(fonts: Fonts, { title, now, texts }: PaperFacts): Promise<Paper> {
  const [{ default: Document }, shelf] = await Promise.all([import('pdfkit'), fonts.shelf(texts)])
  const time = new Date(now)
  const pdf = new Document({
    autoFirstPage: false,
    bufferPages: true,
    displayTitle: true,
    lang: 'en',
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    // Without one, the library begins with a font that every reader must have, and that no document carries.
    font: null,
    info: { Title: title, Creator: 'Momentous', Producer: 'Momentous', CreationDate: time, ModDate: time },
  } as unknown as PDFKit.PDFDocumentOptions)
  const document = pdf.struct('Document')
  pdf.addStructure(document)
  const paper = { pdf, words: typesetter(shelf), pen: wordPen(pdf), document, y: SHEET.top }
  newPage(paper)
  return paper
}

export function newPage(paper: Paper): void {
  paper.pdf.addPage({ size: [SHEET.width, SHEET.height], margin: 0 })
  paper.y = SHEET.top
}

export const roomLeft = ({ y }: Paper): number => SHEET.bottom - y

export const heightOf = ({ size }: Look, lines = 1): number => size * LEADING * lines

/** Lines under each other, from the right where they are read so. */
export function drawLines(paper: Paper, lines: readonly Line[], look: Look, box: Box, colour = INK): void {
  paper.pdf.fillColor(colour)
  lines.forEach((line, at) => {
    const x = line.rightToLeft ? box.x + box.width - line.width : box.x
    paper.pen(line, look.size, x, box.y + heightOf(look, at) + look.size * 1.02)
  })
}
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A heading or a paragraph in the full width; goes on to the next page between its lines. */
export function writeBlock(paper: Paper, tag: 'H1' | 'H2' | 'H3' | 'P', text: string, look: Look, colour = INK): void {
  const lines = paper.words.lines(text, look, TEXT_WIDTH)
  const block = paper.pdf.struct(tag, spokenAs(text))
  paper.document.add(block)
  for (let from = 0; from < lines.length;) {
    const fits = Math.floor((SHEET.bottom - paper.y) / heightOf(look))
    if (fits < 1) newPage(paper)
    const part = lines.slice(from, from + Math.max(fits, 1))
    const box = { x: SHEET.left, y: paper.y, width: TEXT_WIDTH }
    block.add(() => drawLines(paper, part, look, box, colour))
    paper.y += heightOf(look, part.length)
    from += part.length
  }
  block.end()
}

export interface TagFacts {
  readonly title?: string
  readonly lang?: string
  /** The words, where what is drawn has them in another order. */
  readonly actual?: string
  /** Of a heading cell: what it names. */
  readonly scope?: 'Row' | 'Column'
}

export function tagOf({ pdf }: Paper, type: string, facts: TagFacts = {}): Tag {
  return pdf.struct(type, facts)
}

/** What is only looked at: no reader says it. */
export function decorate({ pdf }: Paper, kind: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type: kind })
  draw()
  pdf.endMarkedContent()
}

const LANGUAGES = [
  ['he', /\p{Script=Hebrew}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['el', /\p{Script=Greek}/u],
] as const

/** For readers that speak: the language as far as the script tells it, and the words in their order where they are turned. */
export function spokenAs(text: string): { lang?: string; actual?: string } {
  const language = LANGUAGES.find(([, script]) => script.test(text))?.[0]
  const turned = language === 'he' || language === 'ar'
  return { ...(language === undefined ? {} : { lang: language }), ...(turned ? { actual: text } : {}) }
}

/** The finished file. */
export function bytesOf({ pdf, document }: Paper): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
    document.end()
    pdf.end()
  })
}
