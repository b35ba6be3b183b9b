import type * as v from 'valibot'

/** A text inside a record: a Y.Text of at most `max` UTF-16 units. */
export interface TextField {
  readonly field: 'text'
  readonly max: number
}

/** A plain JSON value inside a record; `fallback` is what a missing or damaged value reads as. */
export interface ValueField<Value> {
  readonly field: 'value'
  readonly schema: v.GenericSchema<unknown, Value>
  readonly fallback: Value
  /** Written only by the server, also inside a record that people may write. */
  readonly governed: boolean
  /** Written with its record, and never again. */
  readonly fixed: boolean
  /** How the value is written where it lies in the document as bytes; the schema reads both. */
  pack?(value: Value): Uint8Array
}

export type Field = TextField | ValueField<unknown>
export type Fields = Readonly<Record<string, Field>>

export function text(max: number): TextField {
  return { field: 'text', max }
}

export function value<Value>(schema: v.GenericSchema<unknown, Value>, fallback: Value): ValueField<Value> {
  return { field: 'value', schema, fallback, governed: false, fixed: false }
}

export function governed<Value>(schema: v.GenericSchema<unknown, Value>, fallback: Value): ValueField<Value> {
  return { field: 'value', schema, fallback, governed: true, fixed: false }
}

export function fixed<Value>(schema: v.GenericSchema<unknown, Value>, fallback: Value): ValueField<Value> {
  return { field: 'value', schema, fallback, governed: false, fixed: true }
}

export function packed<Value>(
  schema: v.GenericSchema<unknown, Value>,
  fallback: Value,
  pack: (value: Value) => Uint8Array,
): ValueField<Value> {
  return { ...value(schema, fallback), pack }
}

/** What a record of these fields reads as. */
export type RecordOf<F extends Fields> = {
  readonly [Key in keyof F]: F[Key] extends ValueField<infer Value> ? Value : string
}
