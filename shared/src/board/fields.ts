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
}

export type Field = TextField | ValueField<unknown>
export type Fields = Readonly<Record<string, Field>>

export function text(max: number): TextField {
  return { field: 'text', max }
}

export function value<Value>(schema: v.GenericSchema<unknown, Value>, fallback: Value): ValueField<Value> {
  return { field: 'value', schema, fallback, governed: false }
}

export function governed<Value>(schema: v.GenericSchema<unknown, Value>, fallback: Value): ValueField<Value> {
  return { field: 'value', schema, fallback, governed: true }
}

/** What a record of these fields reads as. */
export type RecordOf<F extends Fields> = {
  readonly [Key in keyof F]: F[Key] extends ValueField<infer Value> ? Value : string
}
