import type { ShapeId } from '@momentous/shared/domain/id'
import { FileArchive, FileImage, FileText, Shapes, type LucideIcon } from 'lucide-react'
import { Checkbox } from '../controls/Checkbox.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { Select } from '../controls/Select.tsx'
import { pictureFormats, type PictureChoice, type PictureFormat } from '../model/picture-choice.ts'
import { pictureFileWords as words, pictureFormatWords } from '../words/pictures.ts'
import type { PartName, PictureParts } from './picture-parts.ts'

const icons: Readonly<Record<PictureFormat, LucideIcon>> = {
  png: FileImage,
  svg: Shapes,
  pdf: FileText,
  html: FileArchive,
}
const cards = pictureFormats.map((value) => {
  const Icon = icons[value]
  return { value, ...pictureFormatWords[value], icon: <Icon /> }
})
const scales = (['1', '2', '3', '4'] as const).map((value) => ({ value, label: `${value}×` }))
const papers = [
  { value: 'one', label: words.onePage },
  { value: 'many', label: words.manyPages },
] as const

export interface PictureChoicesProps {
  readonly chosen: PictureChoice
  readonly onChoose: (next: Partial<PictureChoice>) => void
  readonly offered: PictureParts
  readonly part: PartName
  readonly onPart: (part: PartName) => void
  readonly area: ShapeId | null
  readonly onArea: (area: ShapeId) => void
}

/** What is in the picture, what kind of file it is, and what that kind lets one choose. */
export function PictureChoices(props: PictureChoicesProps) {
  const { chosen, onChoose, offered, part, onPart, area, onArea } = props
  const { format, scale, pages, bare } = chosen
  const names = (Object.keys(words.parts) as PartName[]).filter((name) => offered.parts[name] !== undefined)
  const [first] = offered.areas
  return (
    <>
      {names.length > 1 && format !== 'html' && (
        <Segmented
          label={words.part}
          segments={names.map((value) => ({ value, label: words.parts[value] }))}
          value={part}
          onChange={onPart}
        />
      )}
      {part === 'area' && format !== 'html' && first !== undefined && offered.areas.length > 1 && (
        <Select label={words.whichArea} value={area ?? first.value} onChange={onArea} options={offered.areas} />
      )}
      <RadioCards
        label={words.format}
        bare
        cards={cards}
        value={format}
        onChange={(next) => onChoose({ format: next })}
        ring="none"
        columns={2}
      />
      {format === 'png' && (
        <Segmented
          label={words.scale}
          segments={scales}
          value={`${scale}`}
          onChange={(next) => onChoose({ scale: Number(next) as PictureChoice['scale'] })}
        />
      )}
      {format === 'pdf' && (
        <Segmented label={words.pages} segments={papers} value={pages} onChange={(next) => onChoose({ pages: next })} />
      )}
      {(format === 'png' || format === 'svg') && (
        <Checkbox label={words.bare} checked={bare} onChange={(next) => onChoose({ bare: next })} />
      )}
    </>
  )
}
