import { strToU8 } from 'fflate'
import { shownSize, type Logo } from './logo.ts'
import type { Worksheet } from './worksheet.ts'
import { RELATIONS } from './worksheet-xml.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
/** A drawing's own measure: so many are a pixel of a screen. */
const PIXEL = 9_525

/** Where the parts of a sheet's picture lie, by the sheet's number from 1. */
const drawingPart = (sheet: number) => `xl/drawings/drawing${sheet}.xml`
const mediaName = (sheet: number, { kind }: Logo) => `logo${sheet}.${kind === 'jpg' ? 'jpeg' : 'png'}`

/** What kinds of files a workbook with these sheets has besides, for its list of them. */
export function pictureTypes(sheets: readonly Worksheet[]): readonly string[] {
  const kinds = new Set(sheets.flatMap(({ picture }) => picture?.kind ?? []))
  const drawings = sheets.flatMap(({ picture }, at) => (picture ? [drawingPart(at + 1)] : []))
  return [
    ...Array.from(kinds, (kind) => (kind === 'jpg' ? 'jpeg' : 'png')).map(
      (kind) => `<Default Extension="${kind}" ContentType="image/${kind}"/>`,
    ),
    ...drawings.map(
      (part) =>
        `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
    ),
  ]
}

/** The parts by which a sheet shows its picture; none for a sheet without one. */
export function pictureParts(
  { picture, rows, heading }: Worksheet,
  sheet: number,
  head: string,
  relationships: (of: readonly (readonly [type: string, target: string])[]) => string,
): Readonly<Record<string, Uint8Array>> {
  if (!picture) return {}
  const row = rows.length + (heading === null ? 0 : 1) + 1
  const xml = (part: string) => strToU8(head + part)
  return {
    [`xl/worksheets/_rels/sheet${sheet}.xml.rels`]: xml(
      relationships([[`${RELATIONS}/drawing`, `../drawings/drawing${sheet}.xml`]]),
    ),
    [drawingPart(sheet)]: xml(drawingXml(picture, row)),
    [`xl/drawings/_rels/drawing${sheet}.xml.rels`]: xml(
      relationships([[`${RELATIONS}/image`, `../media/${mediaName(sheet, picture)}`]]),
    ),
    [`xl/media/${mediaName(sheet, picture)}`]: picture.bytes,
  }
}

function drawingXml(picture: Logo, row: number): string {
  const { width, height } = shownSize(picture)
  const size = `cx="${width * PIXEL}" cy="${height * PIXEL}"`
  return [
    `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:oneCellAnchor>`,
    `<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`,
    `<xdr:ext ${size}/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="Logo" descr="The logo of the firm"/>`,
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>',
    `<xdr:blipFill><a:blip xmlns:r="${RELATIONS}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`,
    '</xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>',
  ].join('')
}
