import { FORM_NAME } from '@momentous/shared/domain/planning-row'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import { sheetOf } from '@momentous/shared/exports/sheet'
import { detailsOf } from '@momentous/shared/exports/sheet-details'
import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { details, formTable } from './docx-tables.ts'
import { directed, paragraphs } from './docx-words.ts'
import { formFacts, type FormFacts } from './form-facts.ts'
import type { Logo } from '@momentous/shared/exports/logo'

/** Twentieths of a point: A4 lying on its long side, and what its margins leave. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_000 }
const TEXT_WIDTH = PAGE.height - 2 * PAGE.margin
const RUNNING = { size: 17, color: '5C564B' } as const
const LOGO_HEIGHT = 30

/** The form as a document for Word, in the printed form's layout. */
export function formDocument(input: ExportInput): Document {
  const sheet = sheetOf(input)
  const more = detailsOf(sheet)
  const facts = formFacts(input, more)
  return new Document({
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 20 } },
        heading1: { run: { size: 40, color: '26231D' }, paragraph: { spacing: { after: 60 } } },
        heading2: { run: { size: 26, color: '26231D' }, paragraph: { spacing: { before: 320, after: 80 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: {
              top: 1_200,
              right: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
              header: 480,
              footer: 480,
            },
          },
        },
        headers: { default: header(facts) },
        footers: { default: footer(facts) },
        children: [...above(facts), formTable(sheet, TEXT_WIDTH), ...below(facts), ...details(more, TEXT_WIDTH)],
      },
    ],
  })
}

function above({ title, why, session }: FormFacts): Paragraph[] {
  return [
    new Paragraph({ ...directed(title), heading: HeadingLevel.HEADING_1 }),
    ...(why === '' ? [] : paragraphs(why, { italics: true })),
    ...(session === '' ? [] : paragraphs(session)),
    new Paragraph({}),
  ]
}

function below({ next }: FormFacts): Paragraph[] {
  return next === '' ? [] : [new Paragraph({}), new Paragraph(next)]
}

const TO_THE_RIGHT = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }]

/** Whose form it is at the left, and what it is at the right. */
function header({ firm, logo }: FormFacts): Header {
  const children = [
    ...(logo === null ? [] : [picture(logo, firm)]),
    new TextRun({ ...RUNNING, bold: true, text: logo === null || firm === '' ? firm : `  ${firm}` }),
    new TextRun({ ...RUNNING, children: [new Tab(), FORM_NAME] }),
  ]
  return new Header({ children: [new Paragraph({ tabStops: TO_THE_RIGHT, children })] })
}

function picture({ kind, bytes, width, height }: Logo, firm: string): ImageRun {
  const words = firm === '' ? 'Logo' : `Logo of ${firm}`
  return new ImageRun({
    type: kind,
    data: bytes,
    transformation: { height: LOGO_HEIGHT, width: Math.min((width / height) * LOGO_HEIGHT, 6 * LOGO_HEIGHT) },
    altText: { id: '1', name: 'Logo', title: words, description: words },
  })
}

function footer({ title }: FormFacts): Footer {
  const numbers = new TextRun({ ...RUNNING, children: [new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })
  const children = [new TextRun({ ...RUNNING, text: title }), numbers]
  return new Footer({ children: [new Paragraph({ tabStops: TO_THE_RIGHT, children })] })
}
