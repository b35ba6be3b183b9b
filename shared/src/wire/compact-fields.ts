import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { recordRoots } from '../board/records.ts'
import { COORDINATE_MAX, LENGTH_MAX } from '../board/schemas.ts'
import { ID_PATTERN } from '../domain/id.ts'
import { penOrder, penWidths } from '../domain/pen.ts'
import { bounds, pulledParts, type PresenceFields } from './presence.ts'

/** How one field of a presence travels in a compact frame: whole board units, and what is nothing takes one byte. */
interface FieldCodec<Value> {
  write(encoder: encoding.Encoder, value: Value): void
  /** Throws for what can't be. */
  read(decoder: decoding.Decoder): Value
}

const whole = (value: number): number => Math.round(value) + 0

function within(value: number, least: number, most: number): number {
  if (!(value >= least && value <= most)) throw new RangeError('out of bounds')
  return value
}

function among<Value>(order: readonly Value[], index: number): Value {
  const value = order[index]
  if (value === undefined) throw new RangeError('no such one')
  return value
}

const readCount = (decoder: decoding.Decoder, most: number): number => within(decoding.readVarUint(decoder), 0, most)

function readText(decoder: decoding.Decoder, pattern: RegExp): string {
  const text = decoding.readVarString(decoder)
  if (!pattern.test(text)) throw new RangeError('no such text')
  return text
}

const coordinateCodec: FieldCodec<number> = {
  write: (encoder, value) => encoding.writeVarInt(encoder, whole(value)),
  read: (decoder) => within(whole(decoding.readVarInt(decoder)), -COORDINATE_MAX, COORDINATE_MAX),
}
const lengthCodec: FieldCodec<number> = {
  write: (encoder, value) => encoding.writeVarUint(encoder, Math.max(1, whole(value))),
  read: (decoder) => within(decoding.readVarUint(decoder), 1, LENGTH_MAX),
}

function nullable<Value>({ write, read }: FieldCodec<Value>): FieldCodec<Value | null> {
  return {
    write(encoder, value) {
      encoding.writeUint8(encoder, value === null ? 0 : 1)
      if (value !== null) write(encoder, value)
    },
    read: (decoder) => (within(decoding.readUint8(decoder), 0, 1) === 0 ? null : read(decoder)),
  }
}

function list<Value>({ write, read }: FieldCodec<Value>, most: number): FieldCodec<Value[]> {
  return {
    write(encoder, values) {
      const count = Math.min(values.length, most)
      encoding.writeVarUint(encoder, count)
      for (const value of values.slice(0, count)) write(encoder, value)
    },
    read: (decoder) => Array.from({ length: readCount(decoder, most) }, () => read(decoder)),
  }
}

const idCodec: FieldCodec<string> = {
  write: encoding.writeVarString,
  read: (decoder) => readText(decoder, ID_PATTERN),
}

/** Steps from point to point are small, so each takes a byte or two; pressure goes in hundredths. */
const pointsCodec: FieldCodec<number[]> = {
  write(encoder, points) {
    const count = Math.min(Math.floor(points.length / 3), bounds.points / 3)
    encoding.writeVarUint(encoder, count)
    let [x, y] = [0, 0]
    for (let at = 0; at < count * 3; at += 3) {
      const [nextX, nextY] = [whole(points[at] ?? 0), whole(points[at + 1] ?? 0)]
      encoding.writeVarInt(encoder, nextX - x + 0)
      encoding.writeVarInt(encoder, nextY - y + 0)
      encoding.writeUint8(encoder, whole(Math.min(1, Math.max(0, points[at + 2] ?? 0)) * 100))
      ;[x, y] = [nextX, nextY]
    }
  },
  read(decoder) {
    const points: number[] = []
    let [x, y] = [0, 0]
    for (let left = readCount(decoder, bounds.points / 3); left > 0; left--) {
      x = within(x + decoding.readVarInt(decoder), -COORDINATE_MAX, COORDINATE_MAX)
      y = within(y + decoding.readVarInt(decoder), -COORDINATE_MAX, COORDINATE_MAX)
      points.push(x, y, within(decoding.readUint8(decoder), 0, 100) / 100)
    }
    return points
  },
}

type Cursor = NonNullable<PresenceFields['cursor']>
type Typing = NonNullable<PresenceFields['typing']>
type Dragged = PresenceFields['drag'][number]
type Stroke = NonNullable<PresenceFields['stroke']>
type View = NonNullable<PresenceFields['view']>
type Pull = NonNullable<PresenceFields['pull']>

const cursorCodec: FieldCodec<Cursor> = {
  write(encoder, [x, y]) {
    coordinateCodec.write(encoder, x)
    coordinateCodec.write(encoder, y)
  },
  read: (decoder) => [coordinateCodec.read(decoder), coordinateCodec.read(decoder)],
}

const typingCodec: FieldCodec<Typing> = {
  write(encoder, { root, id, key }) {
    encoding.writeVarUint(encoder, recordRoots.indexOf(root))
    idCodec.write(encoder, id)
    encoding.writeVarString(encoder, key)
  },
  read: (decoder) => ({
    root: among(recordRoots, decoding.readVarUint(decoder)),
    id: idCodec.read(decoder),
    key: readText(decoder, bounds.key),
  }),
}

const dragCodec: FieldCodec<Dragged> = {
  write(encoder, { id, place: [x, y, width, height] }) {
    idCodec.write(encoder, id)
    cursorCodec.write(encoder, [x, y])
    lengthCodec.write(encoder, width)
    lengthCodec.write(encoder, height)
  },
  read(decoder) {
    const id = idCodec.read(decoder)
    const [x, y] = cursorCodec.read(decoder)
    return { id, place: [x, y, lengthCodec.read(decoder), lengthCodec.read(decoder)] }
  },
}

const strokeCodec: FieldCodec<Stroke> = {
  write(encoder, { pen, width, points }) {
    encoding.writeVarUint(encoder, penOrder.indexOf(pen))
    encoding.writeVarUint(encoder, penWidths.indexOf(width))
    pointsCodec.write(encoder, points)
  },
  read: (decoder) => ({
    pen: among(penOrder, decoding.readVarUint(decoder)),
    width: among(penWidths, decoding.readVarUint(decoder)),
    points: pointsCodec.read(decoder),
  }),
}

const spanCodec: FieldCodec<number> = {
  write: lengthCodec.write,
  read: (decoder) => within(decoding.readVarUint(decoder), 1, COORDINATE_MAX),
}

const viewCodec: FieldCodec<View> = {
  write(encoder, [x, y, width, height]) {
    cursorCodec.write(encoder, [x, y])
    spanCodec.write(encoder, width)
    spanCodec.write(encoder, height)
  },
  read(decoder) {
    const [x, y] = cursorCodec.read(decoder)
    return [x, y, spanCodec.read(decoder), spanCodec.read(decoder)]
  },
}

const pullCodec: FieldCodec<Pull> = {
  write(encoder, { id, part, at, point }) {
    idCodec.write(encoder, id)
    encoding.writeVarUint(encoder, pulledParts.indexOf(part))
    nullable(idCodec).write(encoder, at)
    cursorCodec.write(encoder, point)
  },
  read: (decoder) => ({
    id: idCodec.read(decoder),
    part: among(pulledParts, decoding.readVarUint(decoder)),
    at: nullable(idCodec).read(decoder),
    point: cursorCodec.read(decoder),
  }),
}

/** Every field in its order: bit n of an entry's first byte says that field n follows. */
export const fieldCodecs: { readonly [Name in keyof PresenceFields]: FieldCodec<PresenceFields[Name]> } = {
  cursor: nullable(cursorCodec),
  selection: list(idCodec, bounds.selection),
  typing: nullable(typingCodec),
  drag: list(dragCodec, bounds.drag),
  stroke: nullable(strokeCodec),
  view: nullable(viewCodec),
  pull: nullable(pullCodec),
}
export const fieldOrder = Object.keys(fieldCodecs) as readonly (keyof PresenceFields)[]
