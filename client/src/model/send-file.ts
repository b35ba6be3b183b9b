import * as v from 'valibot'

/** A large file is sent and read in a second; over a slow line it may take longer. */
const WAIT_MS = 120_000

const errorSchema = v.object({ error: v.object({ message: v.string() }) })

export type Sent<Answer> =
  | { readonly ok: true; readonly value: Answer }
  /** Null when nobody gave a reason. */
  | { readonly ok: false; readonly reason: string | null }

export interface Sending {
  readonly file?: File
  readonly token?: string
  readonly method?: 'POST' | 'DELETE'
}

/** Sends a file as it is. The token travels in a header. Never throws. */
export async function sendFile<Answer>(
  schema: v.GenericSchema<unknown, Answer>,
  path: string,
  { file, token, method = 'POST' }: Sending,
): Promise<Sent<Answer>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...(file === undefined ? {} : { 'content-type': file.type === '' ? 'application/octet-stream' : file.type }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(file === undefined ? {} : { body: file }),
      cache: 'no-store',
      signal: AbortSignal.timeout(WAIT_MS),
    })
    const told: unknown = await response.json().catch(() => null)
    const parsed = v.safeParse(schema, told)
    if (response.ok && parsed.success) return { ok: true, value: parsed.output }
    const refused = v.safeParse(errorSchema, told)
    return { ok: false, reason: refused.success ? refused.output.error.message : null }
  } catch {
    return { ok: false, reason: null }
  }
}
